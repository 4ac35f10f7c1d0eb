package io.siyu.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One planned moment at which a cadence's step is due; the planned instant is its identity, not the moment it ran.
 *
 * @param start the cadence's start date
 * @param planned when its window opens
 * @param closes when its window closes; not begun by then, it is missed
 */
public record Occurrence(
        String campaign, String step, LocalDate start, Instant planned, Instant closes, Audience audience) {

    /** Unique in the house and stable when the window moves, so that firing twice is harmless. */
    public String id() {
        return campaign + "/" + step + "/" + start;
    }
}
