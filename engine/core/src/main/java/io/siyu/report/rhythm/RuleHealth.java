package io.siyu.report.rhythm;

import io.siyu.report.rhythm.Standing.Kind;
import io.siyu.report.rhythm.Standing.Rhythm;
import io.siyu.report.rhythm.Standing.Suspect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a rule's days whether it fell silent. Pure: the same days bring the same standing.
 *
 * <p>A silence is one of three: it began when the rule was changed or a field it looks at stopped coming, and is longer than
 * the rule's rhythm allows; it is longer than chance allows; or a year ago it was the rule's season.
 */
public final class RuleHealth {
    /** Days a rule is watched before anything is said of it, and over which it is called frequent. */
    static final int LEARNED = 28;
    /** On so many of those days a frequent rule fires at least. */
    static final int OFTEN = 20;
    /** So many days of silence are enough for a frequent rule, and nothing is said of fewer. */
    static final int FEW = 3;

    private static final int RECENT = 112;
    private static final int YEAR = 365;
    /** So many gaps within the recent days tell a rhythm; for fewer the whole year is asked. */
    private static final int GAPS = 8;
    /** So many equal distances are a rhythm; of bursts more, since any few firings can be taken for some bursts. */
    private static final int EQUAL = 5;

    private static final int EQUAL_BURSTS = 8;
    /**
     * A silence is no chance if less than one in e to this is as long: three days of a rule that fired on each of 28 days
     * are just enough.
     */
    static final double CHANCE = 9.5;

    private RuleHealth() {}

    /** How the rule fares at the end of its days. */
    public static Standing of(Diary diary) {
        Loud loud = new Loud(diary);
        if (loud.quiet() >= FEW) {
            LocalDate since = diary.end().minusDays(loud.quiet());
            return new Standing(Kind.QUIET, since, Rhythm.UNKNOWN, 0, 0, null);
        }
        int last = loud.last();
        if (loud.size() < LEARNED || last < 0) {
            return Standing.of(Kind.LEARNING);
        }
        return changed(diary, loud, last)
                .or(() -> Lost.field(diary, loud, last).flatMap(lost -> since(lost, loud, last)))
                .or(() -> Season.missed(diary))
                .or(() -> beyondChance(loud, last))
                .filter(silent -> silent.asked() > 0)
                .orElseGet(() -> Standing.of(Kind.FINE));
    }

    private static Optional<Standing> changed(Diary diary, Loud loud, int last) {
        return diary.changes().stream()
                .filter(day -> !day.isBefore(loud.date(last)))
                .findFirst()
                .flatMap(day -> since(new Suspect(day, null), loud, last));
    }

    /** Silent since something happened to it: three days for a frequent rule, else two of its periods. */
    private static Optional<Standing> since(Suspect suspect, Loud loud, int last) {
        int change = loud.from(suspect.day());
        int since = Math.max(change, last + 1);
        if (change < LEARNED) {
            return Optional.empty();
        }
        boolean often = loud.active(change - LEARNED, change) >= OFTEN;
        double period = recent(loud, change).period();
        boolean isSilent = often
                ? loud.size() - since >= FEW
                : period > 0
                        && change - last <= 2 * period
                        && loud.size() - since >= period
                        && loud.size() - last - 1 >= Math.floor(2 * period);
        return isSilent ? Optional.of(silence(loud, last, change, suspect)) : Optional.empty();
    }

    /** The gaps of late or, if they are few, of the year; none below two, for one gap is no rhythm. */
    private static Gaps recent(Loud loud, int end) {
        Gaps late = Gaps.between(loud, end - RECENT, end);
        Gaps gaps = late.many() >= GAPS ? late : Gaps.between(loud, end - YEAR, end);
        return gaps.many() < 2 ? new Gaps(List.of()) : gaps;
    }

    /** Silent for longer than ever, and for longer than can be chance. */
    private static Optional<Standing> beyondChance(Loud loud, int last) {
        int silent = loud.size() - last - 1;
        int from = Math.max(0, last + 1 - YEAR);
        Gaps gaps = Gaps.between(loud, from, last + 1);
        int longest = Math.max(gaps.longest(), first(loud, from) - from + 1);
        boolean often = loud.active(last + 1 - LEARNED, last + 1) >= OFTEN;
        boolean isUnseen = often ? silent >= Math.max(FEW, longest) : silent >= 2 * longest;
        boolean isRegular = !often && silent >= Math.max(FEW, 2 * regular(gaps));
        return isRegular || (isUnseen && silent >= FEW && evidence(loud, from, last + 1, silent) >= CHANCE)
                ? Optional.of(silence(loud, last, last + 1, null))
                : Optional.empty();
    }

    /** Days between firings, or bursts of them, at equal distances; endless where there are none. */
    private static int regular(Gaps gaps) {
        if (gaps.areRegular(EQUAL)) {
            return gaps.longest();
        }
        Gaps bursts = gaps.ofBursts();
        return bursts.areRegular(EQUAL_BURSTS) ? bursts.longest() : Integer.MAX_VALUE / 2;
    }

    private static int first(Loud loud, int from) {
        int day = from;
        while (!loud.fired(day)) {
            day++;
        }
        return day;
    }

    /** What so many silent days say against chance, by the days of late or all of them, whichever say less. */
    private static double evidence(Loud loud, int from, int end, int silent) {
        int late = Math.max(from, end - LEARNED);
        return Math.min(
                evidence(end - from, loud.active(from, end), silent),
                evidence(end - late, loud.active(late, end), silent));
    }

    /** Each silent day is a surprise, the next a smaller one, since the rule may just fire less often than it seemed. */
    private static double evidence(int days, int active, int silent) {
        double evidence = 0;
        for (int day = 0; day < silent; day++) {
            evidence -= Math.log((days - active + 0.5 + day) / (days + 1 + day));
        }
        return evidence;
    }

    private static Standing silence(Loud loud, int last, int before, @Nullable Suspect suspect) {
        int of = Math.min(LEARNED, before);
        int period = (int) Math.round(recent(loud, before).period());
        Rhythm rhythm = new Rhythm(loud.active(before - of, before), of, period, null);
        int silent = loud.size() - last - 1;
        return new Standing(Kind.SILENT, loud.date(last + 1), rhythm, silent, loud.asked(last + 1), suspect);
    }
}
