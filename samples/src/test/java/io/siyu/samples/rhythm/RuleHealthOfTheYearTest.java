package io.siyu.samples.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.report.rhythm.Diary;
import io.siyu.report.rhythm.RuleCounts;
import io.siyu.report.rhythm.RuleHealth;
import io.siyu.report.rhythm.Standing;
import io.siyu.report.rhythm.Standing.Suspect;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.cli.Playbooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty rules of mixed rhythm over a real retailer's year, all broken on its two hundredth day, or not. */
class RuleHealthOfTheYearTest {
    private static final Path JOURNEY = Path.of("../../shared/data/complete-journey");
    private static final Path SHIPPED = Path.of("complete-journey");
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2018, 1, 1);
    private static final LocalDate BROKEN = FIRST.plusDays(199);
    private static final int LEARNED = 28;
    private static final Map<String, String> SCHEDULES =
            Map.of("weekdays", "0 10 * * 1-5", "weekly", "0 10 * * 2", "monthly", "0 10 1 * *");
    private static final Map<String, LocalDate> SEASONS =
            Map.of("redeemed 10", LocalDate.of(2017, 7, 30), "redeemed 12", LocalDate.of(2017, 8, 13));

    @TempDir
    private static Path folder;

    private static List<RuleSummary> rules = List.of();
    private static RuleCounts unbroken = new RuleCounts();
    private static RuleCounts broken = new RuleCounts();
    private static RuleCounts lost = new RuleCounts();

    @BeforeAll
    static void count_the_year_twice() throws IOException {
        Path trace = folder.resolve("year.jsonl");
        JourneyTrace.write(JOURNEY, SHIPPED.resolve("mapping.yaml"), trace, new Faults());
        Edition sound = edition("sound", false);
        YearOfRules year = new YearOfRules(trace, ZoneId.of("America/New_York"));
        rules = sound.rules().rules();
        unbroken = year.counts(sound, sound, BROKEN);
        broken = year.counts(sound, edition("broken", true), BROKEN);
        lost = year.counts(sound, Set.of("store"), BROKEN);
    }

    @Test
    void every_rule_that_is_broken_on_day_200_alarms_in_time() {
        assertThat(rules).hasSize(20);
        assertThat(daysUntilAlarm(broken, List.of(BROKEN)))
                .hasSize(20)
                .allSatisfy((rule, days) -> assertThat(days).as(rule).isBetween(2L, inTime(rule)));
        assertThat(rules.stream().filter(rule -> isOften(rule.name()))).hasSizeGreaterThan(8);
    }

    @Test
    void a_rule_whose_field_stops_coming_alarms_in_time_although_nobody_changed_it() {
        List<String> hit = rules.stream()
                .filter(rule -> rule.reads().contains("store"))
                .map(RuleSummary::name)
                .toList();
        assertThat(hit).hasSize(10);
        assertThat(hit.stream().filter(RuleHealthOfTheYearTest::isOften)).hasSize(7);
        assertThat(daysUntilAlarm(lost, List.of()))
                .containsOnlyKeys(hit)
                .allSatisfy((rule, days) -> assertThat(days).as(rule).isBetween(2L, inTime(rule)));
    }

    @Test
    void it_is_told_which_field_stopped_coming() {
        RuleSummary rule = rule("order at 388");
        LocalDate end = firstAlarm(lost, rule, List.of()).orElseThrow();
        assertThat(standing(lost, rule, end, List.of()).suspect()).isEqualTo(new Suspect(BROKEN, "store"));
    }

    @Test
    void no_rule_alarms_in_the_unbroken_year() {
        assertThat(daysUntilAlarm(unbroken, List.of())).isEmpty();
    }

    @Test
    void a_change_that_breaks_nothing_alarms_only_where_a_rule_then_fell_silent_for_two_periods() {
        assertThat(daysUntilAlarm(unbroken, List.of(BROKEN))).containsOnlyKeys("coupon of type B");
    }

    @Test
    void a_rule_that_breaks_without_a_change_alarms_once_chance_is_ruled_out_or_its_season_may_be_over() {
        Map<String, Long> days = daysUntilAlarm(broken, List.of());
        assertThat(days).hasSize(17).doesNotContainKeys("redeemed 10", "redeemed 12", "coupon of type B");
        assertThat(days.get("order of 1")).isEqualTo(3);
        assertThat(days.get("order at 388")).isLessThan(10);
    }

    /** The day of the first alarm by rule, counted from the day it was broken. */
    private static Map<String, Long> daysUntilAlarm(RuleCounts counts, List<LocalDate> changes) {
        Map<String, Long> days = new TreeMap<>();
        for (RuleSummary rule : rules) {
            firstAlarm(counts, rule, changes)
                    .ifPresent(end -> days.put(rule.name(), ChronoUnit.DAYS.between(BROKEN, end)));
        }
        return days;
    }

    private static Optional<LocalDate> firstAlarm(RuleCounts counts, RuleSummary rule, List<LocalDate> changes) {
        return FIRST.plusDays(LEARNED)
                .datesUntil(AFTER.plusDays(1))
                .filter(end -> standing(counts, rule, end, changes).alarms())
                .findFirst();
    }

    private static Standing standing(RuleCounts counts, RuleSummary rule, LocalDate end, List<LocalDate> changes) {
        List<LocalDate> known =
                changes.stream().filter(day -> day.isBefore(end)).toList();
        return RuleHealth.of(counts.diary(rule, FIRST, end).changedOn(known));
    }

    /** Days a broken rule has: three if it fired on 20 of the last 28, else two of its longest gaps, or what is left of its season. */
    private static long inTime(String rule) {
        if (isOften(rule)) {
            return 3;
        }
        LocalDate season = SEASONS.get(rule);
        return season == null ? 2L * longestGap(before(rule, FIRST)) : ChronoUnit.DAYS.between(BROKEN, season);
    }

    private static boolean isOften(String rule) {
        return before(rule, BROKEN.minusDays(LEARNED)).stream()
                        .filter(day -> day.fired() > 0)
                        .count()
                >= 20;
    }

    private static List<Diary.Day> before(String rule, LocalDate from) {
        return unbroken.diary(rule(rule), from, BROKEN).days();
    }

    private static RuleSummary rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int longestGap(List<Diary.Day> days) {
        int longest = 0;
        int last = -1;
        for (int day = 0; day < days.size(); day++) {
            if (days.get(day).fired() > 0) {
                longest = last < 0 ? longest : Math.max(longest, day - last);
                last = day;
            }
        }
        return longest;
    }

    private static Edition edition(String name, boolean asBroken) throws IOException {
        Path playbook = folder.resolve(name);
        Files.createDirectories(playbook.resolve("rules"));
        Files.createDirectories(playbook.resolve("campaigns"));
        Files.copy(SHIPPED.resolve("settings.yaml"), playbook.resolve("settings.yaml"));
        StringBuilder drl = new StringBuilder("package watched;\n");
        WatchedRule.ALL.forEach(rule -> drl.append(rule.drl(asBroken)));
        Files.writeString(playbook.resolve("rules/watched.drl"), drl);
        for (Map.Entry<String, String> schedule : SCHEDULES.entrySet()) {
            String campaign = campaign(schedule.getKey(), schedule.getValue(), asBroken ? 2_000 : 2);
            Files.writeString(playbook.resolve("campaigns/" + schedule.getKey() + ".yaml"), campaign);
        }
        StringWriter faults = new StringWriter();
        return Playbooks.editions(List.of(playbook), new PrintWriter(faults, true))
                .orElseThrow(() -> new AssertionError(faults.toString()))
                .get(0);
    }

    private static String campaign(String id, String cron, int orders) {
        return """
                version: 1
                id: %1$s
                name: %1$s
                purpose: marketing
                channel: phone
                trigger:
                  schedule: {cron: %2$s, window: 1h}
                steps:
                  - send: hello
                    when:
                      - member.ordersIn("7d") >= %3$d
                    text: Good morning
                """.formatted(id, cron, orders);
    }
}
