package io.siyu.dispatch;

import io.siyu.event.Subject;
import java.time.Instant;

/**
 * Something the house gave up on.
 *
 * @param id of the message; the position of an entry
 * @param at house time at which it was given up
 * @param what channel and origin of a message; the type of an entry
 */
public record DeadLetter(int partition, String id, Kind kind, Instant at, Subject subject, String what, String reason) {

    /** What was given up. */
    public enum Kind {
        /** A message no channel took. */
        FAILED,
        /** A message of which nobody knows whether a channel took it. */
        UNKNOWN,
        /** An entry that could not be decided. */
        POISON
    }

    /** Whether it may be tried again: never what may have arrived. */
    public boolean requeues() {
        return kind != Kind.UNKNOWN;
    }
}
