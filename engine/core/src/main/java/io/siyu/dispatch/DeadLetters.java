package io.siyu.dispatch;

import java.util.List;

/**
 * What the house gave up on, kept so that somebody can look at it and try again; the oldest of very many fall off. Calls
 * that fail throw {@link io.siyu.partition.StoreDownException}.
 */
public interface DeadLetters {

    /** The newest of all partitions, newest first. */
    List<DeadLetter> newest(int limit);

    /**
     * Asks for another try, by a new entry in the log: a dead entry is decided anew behind the others; of a failed message it
     * is decided whether it goes back into its queue under the same id, or stays with the reason.
     *
     * @return false when it is none, or of a kind that is not tried again
     */
    boolean requeue(int partition, String id);
}
