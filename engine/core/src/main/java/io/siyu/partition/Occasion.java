package io.siyu.partition;

import io.siyu.campaign.Occurrence;
import java.time.Instant;

/**
 * What became of a planned moment.
 *
 * @param at house time at which it was noted
 */
public record Occasion(Occurrence occurrence, Fate fate, Instant at) {

    /** The ways a planned moment goes by. */
    public enum Fate {
        /** Every partition has heard of it. */
        BEGUN,
        /** Its window closed before every partition had heard of it. */
        MISSED
    }
}
