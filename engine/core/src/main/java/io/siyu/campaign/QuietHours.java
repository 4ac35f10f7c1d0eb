package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The local hours in which messages of the given purposes are held; may cross midnight.
 *
 * @param from local time at which quiet begins
 * @param to local time at which it ends
 * @param spread messages held are released within this span after the end, each at a point hashed from its id
 */
public record QuietHours(LocalTime from, LocalTime to, Duration spread, Set<Purpose> purposes) {
    public QuietHours {
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
    }

    /**
     * The end of the quiet hours that {@code at} lies in, or null if it lies in none. The local clock decides: an end it
     * skips is the moment it skips it, and one it shows twice is the one that comes next.
     */
    public @Nullable Instant endAfter(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean crossesMidnight = from.isAfter(to);
        if (!contains(time)) {
            return null;
        }
        LocalDate day =
                crossesMidnight && !time.isBefore(from) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        Instant end = Schedule.lived(day.atTime(to), zone);
        return end.isAfter(at)
                ? end
                : day.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** Whether it is quiet when clocks show this. */
    public boolean contains(LocalTime time) {
        return from.isAfter(to) ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }

    /** How long a day lasts outside them. */
    public Duration open() {
        Duration open = Duration.between(to, from);
        return open.isNegative() ? open.plusDays(1) : open;
    }

    /** As people read it: {@code 21:00-08:00}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
