package io.siyu.campaign;

import java.time.Instant;

/**
 * One planned moment at which a step is due for its audience; its round is its identity, not the moment it ran.
 *
 * @param round a cadence's start date, or the local time at which a schedule's round begins
 * @param planned when its window opens
 * @param closes when its window closes; not begun by then, it is missed
 */
public record Occurrence(
        String campaign, String step, String round, Instant planned, Instant closes, Audience audience) {

    /** Unique in the house and stable when the window or the zone moves, so that firing twice is harmless. */
    public String id() {
        return campaign + "/" + step + "/" + round;
    }
}
