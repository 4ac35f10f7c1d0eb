package io.siyu.report.rhythm;

import java.util.ArrayList;
import java.util.List;

/** The days from one firing to the next, in order; neighbouring days are 1 apart. */
record Gaps(List<Integer> days) {
    /** How far regular gaps may lie from the one in the middle. */
    private static final double SPREAD = 1.25;
    /** Of so many regular gaps one may be shorter. */
    private static final int SHORTER = 10;
    /** Firings that lie within a quarter of the longest gap are one burst. */
    private static final int BURST = 4;

    Gaps {
        days = List.copyOf(days);
    }

    /** Between the firings from one day to before another. */
    static Gaps between(Loud loud, int from, int to) {
        List<Integer> gaps = new ArrayList<>();
        int before = -1;
        for (int day = Math.max(0, from); day < to; day++) {
            if (loud.fired(day)) {
                if (before >= 0) {
                    gaps.add(day - before);
                }
                before = day;
            }
        }
        return new Gaps(gaps);
    }

    int many() {
        return days.size();
    }

    int longest() {
        return days.stream().mapToInt(day -> day).max().orElse(0);
    }

    /** The mean gap a day lies in: the period of whatever comes regularly, and that of bursts for what comes in bursts. */
    double period() {
        double squares = days.stream().mapToDouble(day -> (double) day * day).sum();
        double sum = days.stream().mapToDouble(day -> day).sum();
        return sum == 0 ? 0 : squares / sum;
    }

    /** From the beginning of one burst to that of the next. */
    Gaps ofBursts() {
        int longest = longest();
        List<Integer> bursts = new ArrayList<>();
        int since = 0;
        for (int gap : days) {
            since += gap;
            if (gap * BURST > longest) {
                bursts.add(since);
                since = 0;
            }
        }
        return new Gaps(bursts);
    }

    /** Whether there are so many at least and they are equal, give or take a quarter, so that chance cannot have made them so. */
    boolean areRegular(int enough) {
        if (many() < enough) {
            return false;
        }
        double middle = days.stream().sorted().toList().get(many() / 2);
        long shorter = days.stream().filter(day -> day * SPREAD < middle).count();
        return longest() <= middle * SPREAD && shorter * SHORTER <= many();
    }
}
