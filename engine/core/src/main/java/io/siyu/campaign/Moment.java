package io.siyu.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Where a step of a cadence stands in time: a day of the cadence and a window of that day.
 *
 * @param day from 1 (the start date)
 * @param at local time at which the window opens
 * @param window how long the window stays open; a step not begun by then is missed
 */
public record Moment(int day, LocalTime at, Duration window) {

    /** The local time at which its window opens in a cadence that starts on {@code start}. */
    public LocalDateTime in(LocalDate start) {
        return start.plusDays(day - 1L).atTime(at);
    }

    /** Whether this opens later than {@code other}. */
    public boolean isAfter(Moment other) {
        return day > other.day || (day == other.day && at.isAfter(other.at));
    }
}
