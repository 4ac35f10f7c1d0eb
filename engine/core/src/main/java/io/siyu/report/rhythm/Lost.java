package io.siyu.report.rhythm;

import io.siyu.report.rhythm.Standing.Suspect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field that came with a rule's events day after day and, from one day on, hardly comes any more although they go on. */
final class Lost {
    /** Less than a tenth of what is usual is hardly any. */
    private static final double TENTH = 0.1;
    /**
     * So many events should have brought it: that a tenth or less of those do is no likelier by chance than one in e to
     * {@link RuleHealth#CHANCE}.
     */
    private static final double EXPECTED = RuleHealth.CHANCE / (1 - TENTH + TENTH * Math.log(TENTH));

    private final Loud loud;
    private final double[] shares;

    private Lost(Loud loud, List<Long> came) {
        this.loud = loud;
        this.shares = new double[loud.size()];
        for (int day = 0; day < shares.length; day++) {
            long asked = loud.asked(day, day + 1);
            shares[day] = asked == 0 ? 0 : (double) came.get(loud.number(day)) / asked;
        }
    }

    /** The one that stopped first, if one did when the rule last fired or later. */
    static Optional<Suspect> field(Diary diary, Loud loud, int last) {
        Optional<Suspect> first = Optional.empty();
        for (Map.Entry<String, List<Long>> field : diary.fields().entrySet()) {
            int day = new Lost(loud, field.getValue()).since(last);
            if (day >= 0
                    && first.filter(found -> !loud.date(day).isBefore(found.day()))
                            .isEmpty()) {
                first = Optional.of(new Suspect(loud.date(day), field.getKey()));
            }
        }
        return first;
    }

    /** The day since which it hardly comes, this one or later; -1 if there is none. */
    private int since(int from) {
        for (int day = Math.max(from, RuleHealth.LEARNED); day < shares.length; day++) {
            double usual = usual(day);
            if (cameBefore(day, usual) && hardlyComes(day, usual)) {
                return day;
            }
        }
        return -1;
    }

    /** In the middle of the days before. */
    private double usual(int day) {
        double[] before = Arrays.copyOfRange(shares, day - RuleHealth.LEARNED, day);
        Arrays.sort(before);
        return before[before.length / 2];
    }

    /** Whether it came on each of the days before: what comes now and then does not stop by not coming. */
    private boolean cameBefore(int day, double usual) {
        return usual > 0
                && Arrays.stream(shares, day - RuleHealth.LEARNED, day).allMatch(share -> share >= usual * TENTH);
    }

    private boolean hardlyComes(int day, double usual) {
        return Arrays.stream(shares, day, shares.length).allMatch(share -> share < usual * TENTH)
                && usual * loud.asked(day, shares.length) >= EXPECTED;
    }
}
