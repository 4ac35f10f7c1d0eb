package io.siyu.report.whereabouts;

import io.siyu.report.StepCount;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a proposal can be. */
public enum Place {
    DROPPED,
    HELD,
    /** Decided, and not yet with a channel. */
    PENDING,
    /** In the hands of who sends it; what is kept tells it as {@link #PENDING}. */
    CLAIMED,
    /** A channel has it; what sends nothing is done. */
    SENT,
    FAILED,
    UNKNOWN,
    CANCELLED;

    /** How many are counted there. */
    public long of(StepCount count) {
        return switch (this) {
            case DROPPED -> count.dropped();
            case HELD -> count.held();
            case PENDING -> count.pending();
            case CLAIMED -> count.claimed();
            case SENT -> count.sent();
            case FAILED -> count.failed();
            case UNKNOWN -> count.unknown();
            case CANCELLED -> count.cancelled();
        };
    }

    /** As counts are named. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /** The place of this word, if there is one. */
    public static Optional<Place> of(String word) {
        return Arrays.stream(values())
                .filter(place -> place.word().equals(word))
                .findFirst();
    }
}
