package io.siyu.web.live;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A cadence laid out over its days.
 *
 * @param campaign the campaign's id
 */
public record Ruler(String campaign, String name, List<Day> days) {

    public Ruler {
        days = List.copyOf(days);
    }

    /** The largest number of messages any day sent; at least 1. */
    public long peak() {
        return Math.max(1, days.stream().mapToLong(Day::sent).max().orElse(1));
    }

    /** Where a day lies against today. */
    public enum When {
        PAST,
        TODAY,
        AHEAD
    }

    /**
     * One day of a cadence.
     *
     * @param number from 1
     */
    public record Day(int number, LocalDate date, When when, List<Mark> marks) {

        public Day {
            marks = List.copyOf(marks);
        }

        /** Messages the day's steps sent. */
        public long sent() {
            return marks.stream().mapToLong(Mark::sent).sum();
        }

        /** Height of the day's bar when the fullest day is 40 high; a day that sent anything shows. */
        public long bar(long peak) {
            return sent() == 0 ? 0 : Math.max(2, sent() * 40 / peak);
        }
    }

    /**
     * One step on its day.
     *
     * @param at local time at which its window opens
     * @param community whether it addresses communities
     */
    public record Mark(String step, LocalTime at, boolean community, long sent) {}
}
