package io.siyu.partition;

import java.time.Duration;
import java.time.Instant;

/** What the house answered to one event that asked to enter. */
public sealed interface Admission {

    /** It is in the log, durable to the degree the store is set to. */
    record Accepted(int partition, long position, Instant at) implements Admission {}

    /** An event of the same source and id is already in the log. */
    record Duplicate() implements Admission {}

    /** It is not in the log, or not known to be; sending it again later is safe. */
    record Refused(Cause cause, Duration retryAfter) implements Admission {}

    /** Why an event was refused. */
    enum Cause {
        /** The store is nearly out of memory. */
        FULL,
        /** Deciding is too far behind the log. */
        LAG,
        /** Too many ask at once. */
        BUSY,
        /** The store did not answer. */
        DOWN
    }
}
