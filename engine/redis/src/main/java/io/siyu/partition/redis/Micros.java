package io.siyu.partition.redis;

import java.time.Instant;

/** Instants as whole microseconds since 1970, the resolution of log time. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    /** The first microsecond that is not before it. */
    static long ceiling(Instant instant) {
        return of(instant.plusNanos(999));
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }
}
