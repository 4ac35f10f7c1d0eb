package io.siyu.report.rhythm;

import io.siyu.report.rhythm.Standing.Kind;
import io.siyu.report.rhythm.Standing.Rhythm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of a year on which a rule fired, long before and after which it did not.
 *
 * @param first number of its first day in the rule's diary
 * @param last of its last
 * @param firing on how many of them it fired
 */
record Season(int first, int last, int firing, double period) {
    /** Fifty-two weeks, so that weekdays meet. */
    private static final int YEAR = 364;
    /** Firings further apart belong to two seasons. */
    private static final int APART = 28;
    /** How much later than a year ago a long season may begin. */
    private static final int LATE = 7;

    private static final int QUARTER = 4;
    /** A rule with more seasons in its past, or with shorter ones, fires now and then. */
    private static final int MOST = 2;

    private static final int DAYS = 5;
    /** Longer, and it is no season. */
    private static final int LONGEST = 120;

    /** A rule that fired at this time a year ago and does not. */
    static Optional<Standing> missed(Diary diary) {
        List<Integer> firing = diary.firing();
        int today = diary.days().size() - 1;
        int lastFired = firing.get(firing.size() - 1);
        List<Season> seasons = seasons(firing);
        if (seasons.size() > MOST || !seasons.stream().allMatch(Season::isOne)) {
            return Optional.empty();
        }
        return seasons.stream()
                .filter(season -> season.isMissed(today, lastFired))
                .findFirst()
                .map(season -> season.standing(diary, today));
    }

    private static List<Season> seasons(List<Integer> firing) {
        List<Season> seasons = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= firing.size(); i++) {
            if (i == firing.size() || firing.get(i) - firing.get(i - 1) > APART) {
                seasons.add(of(firing.subList(begin, i)));
                begin = i;
            }
        }
        return seasons;
    }

    private static Season of(List<Integer> days) {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(days.get(i) - days.get(i - 1));
        }
        return new Season(days.get(0), days.get(days.size() - 1), days.size(), Math.max(1, new Gaps(gaps).period()));
    }

    private boolean isOne() {
        return firing >= DAYS && last - first < LONGEST;
    }

    private boolean isMissed(int today, int lastFired) {
        int end = last + YEAR;
        int late = Math.min(LATE, (last - first) / QUARTER);
        int due = first + YEAR + late + (int) Math.max(RuleHealth.FEW, Math.ceil(2 * period)) - 1;
        return today >= Math.min(due, end) && today <= end + APART && lastFired < first + YEAR - APART;
    }

    private Standing standing(Diary diary, int today) {
        int begin = first + YEAR;
        long asked = diary.days().subList(begin, today + 1).stream()
                .mapToLong(Diary.Day::asked)
                .sum();
        Rhythm rhythm = new Rhythm(0, RuleHealth.LEARNED, (int) Math.round(period), diary.date(first));
        LocalDate since = diary.date(begin);
        return new Standing(Kind.SILENT, since, rhythm, today - begin + 1, asked, null);
    }
}
