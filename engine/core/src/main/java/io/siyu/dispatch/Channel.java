package io.siyu.dispatch;

import io.siyu.message.Message;
import java.util.List;

/** A way to reach people. Called by several threads at once, as many as it bears. */
public interface Channel {

    /** The name templates use. */
    String name();

    /** Most calls it bears at once, over all lanes; from 1. */
    default int concurrency() {
        return 2;
    }

    /** Most messages it takes in one call, from 1; as many are claimed ahead. */
    default int batch() {
        return 1;
    }

    /**
     * Hands the message over, its text filled; never throws for what the vendor answers.
     *
     * @throws io.siyu.partition.StoreDownException by a channel of the house's own store, which is asked for the message's
     *     standing when it is back
     */
    Delivery deliver(Message message);

    /** Hands several over, an answer for each in order; for channels that take many at once. */
    default List<Delivery> deliver(List<Message> messages) {
        return messages.stream().map(this::deliver).toList();
    }

    /** What the vendor knows of a message whose answer was lost. */
    Standing standing(Message message);

    /** How it fares now, for those who look on. */
    default State state() {
        return State.WORKING;
    }

    /** How a channel fares. */
    enum State {
        WORKING,
        /** It rested, and a few messages try whether its vendor is well again. */
        TRYING,
        /** Its vendor is ill, and it asks nothing of it for a while. */
        RESTING,
        /** Playbooks may name it, but this server was not told how to reach it: its messages fail. */
        UNSET
    }

    /** What a vendor can tell afterwards. */
    enum Standing {
        ACCEPTED,
        NEVER_ACCEPTED,
        CANNOT_TELL
    }
}
