package io.siyu.web.rules;

import io.siyu.partition.StoreDownException;
import io.siyu.report.rhythm.Diary;
import io.siyu.report.rhythm.RuleHealth;
import io.siyu.report.rhythm.RuleStanding;
import io.siyu.report.rhythm.RuleStandings;
import io.siyu.report.rhythm.RuleTrouble;
import io.siyu.report.rhythm.Sighting;
import io.siyu.report.rhythm.Standing;
import io.siyu.report.rhythm.Standing.Kind;
import io.siyu.rule.RuleBook.RuleSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three rules: one silent since it was changed, one that throws, one that is well. */
public final class PlayedStandings implements RuleStandings {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate CHANGED = FIRST.plusDays(40);
    private static final Instant AT = Instant.parse("2026-10-13T08:00:00Z");

    private boolean away;
    private boolean fresh;

    /** Whether what rules did cannot be read. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** Whether nobody has looked yet. */
    public void fresh(boolean isFresh) {
        fresh = isFresh;
    }

    @Override
    public List<RuleStanding> rules() {
        if (away) {
            throw new StoreDownException("What rules did cannot be read.");
        }
        return played();
    }

    @Override
    public Optional<List<RuleStanding>> last() {
        return fresh ? Optional.empty() : Optional.of(played());
    }

    private static List<RuleStanding> played() {
        Diary silent = diary(40, 3);
        Diary well = diary(43, 0);
        Sighting seen = new Sighting("m7", "o77", AT);
        Standing throwing = RuleHealth.of(well).with(Kind.THROWING);
        return List.of(
                new RuleStanding(
                        rule("Thank for <large> orders", "rules/after-order.drl"),
                        RuleHealth.of(silent),
                        last(silent),
                        seen,
                        null),
                new RuleStanding(
                        rule("campaign spring", "campaigns/spring.yaml"),
                        throwing,
                        last(well),
                        null,
                        new RuleTrouble("java.lang.IllegalStateException: no <state>", false, seen, 4)),
                new RuleStanding(
                        rule("Any order", "rules/after-order.drl"), RuleHealth.of(well), last(well), seen, null),
                new RuleStanding(
                        rule("Old town", "rules/after-order.drl"),
                        RuleHealth.of(withoutStore(silent)),
                        last(silent),
                        seen,
                        null));
    }

    /** The same days of a rule that nobody changed and that looks at a field which stopped when it did. */
    private static Diary withoutStore(Diary silent) {
        List<Long> came = silent.days().stream()
                .map(day -> day.fired() > 0 ? day.asked() : 0)
                .toList();
        return new Diary(FIRST, silent.days(), List.of(), Map.of("store", came));
    }

    private static RuleSummary rule(String name, String file) {
        return new RuleSummary(name, file, 3, "order.placed", List.of("total >= 200"), "");
    }

    private static Diary diary(int fires, int then) {
        List<Diary.Day> days = new ArrayList<>();
        for (int day = 0; day < fires + then; day++) {
            days.add(new Diary.Day(day < fires ? day % 5 + 1 : 0, 1_400));
        }
        return new Diary(FIRST, days, List.of(CHANGED));
    }

    private static Diary last(Diary diary) {
        List<Diary.Day> days = diary.last(28);
        return new Diary(FIRST.plusDays(diary.days().size() - days.size()), days, List.of());
    }
}
