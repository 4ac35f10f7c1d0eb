package io.siyu.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A span of the calendar in the retailer's zone, as frequency caps count by it. */
public enum CalendarSpan {
    DAY,
    /** Begins on Monday. */
    WEEK,
    MONTH;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in files: {@code day}, {@code week} or {@code month}. */
    public String word() {
        return word;
    }

    /** When the span that {@code at} lies in began. */
    public Instant begun(Instant at, ZoneId zone) {
        return Schedule.lived(first(at, zone).atStartOfDay(), zone);
    }

    /** When the span after the one {@code at} lies in begins. */
    public Instant next(Instant at, ZoneId zone) {
        LocalDate first = first(at, zone);
        LocalDate next = switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
        return Schedule.lived(next.atStartOfDay(), zone);
    }

    private LocalDate first(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
