package io.siyu.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign does anything, in the retailer's local time.
 *
 * @param from its first moment; null means it has begun
 * @param until the first moment behind it; null means it has no end
 */
public record Window(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {

    /** Whether it has not opened yet. */
    public boolean isAhead(Instant at, ZoneId zone) {
        return from != null && at.isBefore(Schedule.lived(from, zone));
    }

    /** Whether it has closed. */
    public boolean isOver(Instant at, ZoneId zone) {
        return until != null && !at.isBefore(Schedule.lived(until, zone));
    }

    /** As people read it: {@code 2026-11-01T00:00 to 2026-12-31T23:00}. */
    @Override
    public String toString() {
        return (from == null ? "" : from + " ") + (until == null ? "on" : "to " + until);
    }
}
