package io.siyu.partition;

import io.siyu.campaign.Occurrence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a planned moment.
 *
 * @param at house time at which it was noted
 * @param reason why it was missed; null when it was not
 */
public record Occasion(
        Occurrence occurrence,
        Fate fate,
        Instant at,
        @Nullable Reason reason) {

    /** The ways a planned moment goes by. */
    public enum Fate {
        /** Every partition has heard of it. */
        BEGUN,
        /** Its window closed before every partition had heard of it. */
        MISSED
    }

    /** Why a planned moment was missed. */
    public enum Reason {
        /** Nobody kept the agenda while its window was open. */
        NOT_RUNNING,
        /** The log did not answer while its window was open. */
        LOG_DOWN,
        /** It was published when its window had closed. */
        PUBLISHED_LATE
    }

    static Occasion begun(Occurrence occurrence, Instant at) {
        return new Occasion(occurrence, Fate.BEGUN, at, null);
    }

    static Occasion missed(Occurrence occurrence, Instant at, Reason reason) {
        return new Occasion(occurrence, Fate.MISSED, at, reason);
    }
}
