package io.siyu.report.rhythm;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * A rule's days without those on which its events stayed away, for on such a day no rule can fire. Days are counted on from
 * 0 as if the others had never been.
 */
final class Loud {
    private static final int WEEKS = 28;
    /** A day with less than a tenth of what is usual is not counted. */
    private static final long TENTH = 10;

    private final Diary diary;
    private final int[] dates;
    private final boolean[] fired;

    Loud(Diary diary) {
        this.diary = diary;
        int[] kept = new int[diary.days().size()];
        Usual usual = new Usual();
        int many = 0;
        for (int day = 0; day < kept.length; day++) {
            Diary.Day one = diary.days().get(day);
            if (one.fired() > 0 || one.asked() * TENTH >= usual.middle()) {
                usual.add(one.asked());
                kept[many++] = day;
            }
        }
        this.dates = Arrays.copyOf(kept, many);
        this.fired = new boolean[many];
        for (int i = 0; i < many; i++) {
            fired[i] = diary.days().get(dates[i]).fired() > 0;
        }
    }

    /** How many events came on the last days that are counted: the number in the middle. */
    private static final class Usual {
        private final long[] last = new long[WEEKS];
        private long[] sorted = new long[0];
        private int next;

        void add(long asked) {
            int full = Math.min(WEEKS, sorted.length + 1);
            last[next % WEEKS] = asked;
            next++;
            sorted = Arrays.copyOf(last, full);
            Arrays.sort(sorted);
        }

        long middle() {
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }

    int size() {
        return fired.length;
    }

    boolean fired(int day) {
        return fired[day];
    }

    LocalDate date(int day) {
        return diary.date(dates[day]);
    }

    /** The first of its days that is not before this one. */
    int from(LocalDate date) {
        int day = 0;
        while (day < dates.length && date(day).isBefore(date)) {
            day++;
        }
        return day;
    }

    /** The last day on which the rule fired, or -1. */
    int last() {
        int day = fired.length - 1;
        while (day >= 0 && !fired[day]) {
            day--;
        }
        return day;
    }

    /** On how many of the days from here to before there it fired. */
    int active(int from, int to) {
        int active = 0;
        for (int day = Math.max(0, from); day < to; day++) {
            active += fired[day] ? 1 : 0;
        }
        return active;
    }

    /** Which of all days this one is. */
    int number(int day) {
        return dates[day];
    }

    /** Events of its type from this day on. */
    long asked(int from) {
        return asked(from, dates.length);
    }

    /** Events of its type from one day to before another. */
    long asked(int from, int to) {
        long asked = 0;
        for (int day = from; day < to; day++) {
            asked += diary.days().get(dates[day]).asked();
        }
        return asked;
    }

    /** How many days at the end are not counted, because its events stayed away. */
    int quiet() {
        return diary.days().size() - (dates.length == 0 ? 0 : dates[dates.length - 1] + 1);
    }
}
