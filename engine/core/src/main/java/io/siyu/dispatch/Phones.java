package io.siyu.dispatch;

import io.siyu.event.Subject;
import io.siyu.message.Message;
import java.time.Instant;
import java.util.List;

/** The sandbox phones: what members and communities have received. */
public interface Phones {

    /**
     * A message on a phone.
     *
     * @param at house time at which it arrived
     */
    record Received(Instant at, Message message) {}

    /** Puts messages on their subjects' phones, each once however often it is put; the oldest fall off a full phone. */
    void put(List<Message> messages);

    /** Whether the phone of the message's subject got it. */
    boolean got(Message message);

    /** The newest messages of one subject, newest first. */
    List<Received> of(Subject subject, int limit);

    /** Subjects that received something, the latest first. */
    List<Subject> latest(int limit);
}
