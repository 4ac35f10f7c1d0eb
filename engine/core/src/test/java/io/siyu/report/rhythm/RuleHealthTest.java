package io.siyu.report.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.rhythm.Standing.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleHealthTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static Diary diary(int days, Predicate<LocalDate> fires, LocalDate... changes) {
        return new Diary(
                FIRST,
                FIRST.datesUntil(FIRST.plusDays(days))
                        .map(day -> new Diary.Day(fires.test(day) ? 2 : 0, 100))
                        .toList(),
                List.of(changes));
    }

    private static Predicate<LocalDate> before(LocalDate end, Predicate<LocalDate> fires) {
        return day -> day.isBefore(end) && fires.test(day);
    }

    @Test
    void learns_for_28_days_and_of_a_rule_that_never_fired_says_nothing() {
        assertThat(RuleHealth.of(diary(27, day -> true)).kind()).isEqualTo(Kind.LEARNING);
        assertThat(RuleHealth.of(diary(28, day -> true)).kind()).isEqualTo(Kind.FINE);
        assertThat(RuleHealth.of(diary(300, day -> false)).kind()).isEqualTo(Kind.LEARNING);
    }

    @Test
    void a_daily_rule_alarms_after_three_silent_days_and_says_what_it_saw() {
        LocalDate broken = FIRST.plusDays(60);
        assertThat(RuleHealth.of(diary(62, before(broken, day -> true))).alarms())
                .isFalse();
        Standing silent = RuleHealth.of(diary(63, before(broken, day -> true)));
        assertThat(silent.kind()).isEqualTo(Kind.SILENT);
        assertThat(silent.since()).isEqualTo(broken);
        assertThat(silent.reason("order.placed"))
                .isEqualTo("fired on 28 of the last 28 days, silent for 3 while 300 order.placed came in");
    }

    @Test
    void a_rule_at_the_border_of_frequent_alarms_after_three_days_only_if_it_was_changed() {
        Predicate<LocalDate> twentyOfTwentyEight = day -> day.getDayOfWeek().getValue() <= 5;
        LocalDate changed = LocalDate.of(2025, 7, 16);
        int days = changed.getDayOfYear() + 2;
        Predicate<LocalDate> broken = before(changed, twentyOfTwentyEight);
        assertThat(RuleHealth.of(diary(days, broken)).alarms()).isFalse();
        assertThat(RuleHealth.of(diary(days - 1, broken, changed)).alarms()).isFalse();
        assertThat(RuleHealth.of(diary(days, broken, changed)).reason("order.placed"))
                .isEqualTo(
                        "fired on 20 of the last 28 days, silent for 3 while 300 order.placed came in; it was changed on "
                                + changed);
        assertThat(RuleHealth.of(diary(days, twentyOfTwentyEight, changed)).alarms())
                .isFalse();
    }

    @Test
    void the_first_change_of_a_silence_counts_not_the_last() {
        LocalDate changed = FIRST.plusDays(100);
        Predicate<LocalDate> broken = before(changed, day -> day.getDayOfYear() % 4 != 0);
        assertThat(RuleHealth.of(diary(103, broken, changed, changed.plusDays(2)))
                        .alarms())
                .isTrue();
    }

    @Test
    void weekly_and_monthly_rules_alarm_within_two_of_their_periods_changed_or_not() {
        LocalDate broken = LocalDate.of(2025, 9, 1);
        int at = broken.getDayOfYear() - 1;
        Predicate<LocalDate> weekly = before(broken, day -> day.getDayOfWeek() == DayOfWeek.FRIDAY);
        Predicate<LocalDate> monthly = before(broken, day -> day.getDayOfMonth() == 1);
        assertThat(RuleHealth.of(diary(at + 9, weekly)).alarms()).isFalse();
        assertThat(RuleHealth.of(diary(at + 14, weekly)).alarms()).isTrue();
        assertThat(RuleHealth.of(diary(at + 30, monthly)).alarms()).isFalse();
        assertThat(RuleHealth.of(diary(at + 62, monthly)).alarms()).isTrue();
    }

    @Test
    void days_on_which_no_event_came_are_nobodys_silence() {
        List<Diary.Day> days = new ArrayList<>();
        IntStream.range(0, 60).forEach(day -> days.add(new Diary.Day(9, 100)));
        IntStream.range(0, 10).forEach(day -> days.add(new Diary.Day(0, 3)));
        Standing quiet = RuleHealth.of(new Diary(FIRST, days, List.of()));
        assertThat(quiet.kind()).isEqualTo(Kind.QUIET);
        assertThat(quiet.reason("order.placed"))
                .isEqualTo("hardly any order.placed has come in since " + FIRST.plusDays(60));
        days.add(new Diary.Day(0, 100));
        days.add(new Diary.Day(0, 100));
        assertThat(RuleHealth.of(new Diary(FIRST, days, List.of())).alarms()).isFalse();
        days.add(new Diary.Day(0, 100));
        assertThat(RuleHealth.of(new Diary(FIRST, days, List.of())).alarms()).isTrue();
    }

    @Test
    void a_burst_that_ends_is_not_silent_the_first_time_and_is_missed_in_its_season_a_year_later() {
        Predicate<LocalDate> december = day -> day.getMonthValue() == 12 && day.getYear() == 2025;
        for (int days = 28; days < 365 + 330; days++) {
            assertThat(RuleHealth.of(diary(days, december)).alarms())
                    .as("day " + days)
                    .isFalse();
        }
        int tenthOfDecember = 365 + LocalDate.of(2026, 12, 10).getDayOfYear();
        Standing missed = RuleHealth.of(diary(tenthOfDecember, december));
        assertThat(missed.alarms()).isTrue();
        assertThat(missed.reason("order.placed")).startsWith("fired from 2025-12-01 on a year ago, silent for ");
        assertThat(RuleHealth.of(diary(tenthOfDecember, day -> day.getMonthValue() == 12))
                        .alarms())
                .isFalse();
    }

    @Test
    void a_change_of_a_rule_that_was_silent_for_long_is_not_why_it_is_silent() {
        LocalDate spring = LocalDate.of(2025, 4, 1);
        Predicate<LocalDate> sometimes = before(spring, day -> day.getDayOfYear() > 60 && day.getDayOfYear() % 3 == 0);
        Diary diary = diary(200, sometimes, LocalDate.of(2025, 5, 20));
        assertThat(RuleHealth.of(diary).reason("order.placed")).doesNotContain("changed");
    }

    /** A rule that fires on working days of events of which so many each day bring the field it looks at. */
    private static Diary looking(int days, LocalDate stops, ToIntFunction<LocalDate> came) {
        Diary plain = diary(days, before(stops, day -> day.getDayOfWeek().getValue() <= 5));
        List<Long> field = FIRST.datesUntil(FIRST.plusDays(days))
                .map(day -> (long) came.applyAsInt(day))
                .toList();
        return new Diary(FIRST, plain.days(), List.of(), Map.of("store", field));
    }

    @Test
    void a_rule_at_the_border_of_frequent_alarms_after_three_days_if_a_field_it_looks_at_stopped_coming() {
        LocalDate lost = LocalDate.of(2025, 7, 16);
        int days = lost.getDayOfYear() + 2;
        ToIntFunction<LocalDate> stops = day -> day.isBefore(lost) ? 60 : 0;
        assertThat(RuleHealth.of(looking(days - 1, lost, stops)).alarms()).isFalse();
        Standing silent = RuleHealth.of(looking(days, lost, stops));
        assertThat(silent.alarms()).isTrue();
        assertThat(silent.reason("order.placed"))
                .isEqualTo("fired on 20 of the last 28 days, silent for 3 while 300 order.placed came in;"
                        + " its field \"store\" hardly comes any more since 2025-07-16");
        assertThat(RuleHealth.of(looking(days, lost, day -> 60)).alarms()).isFalse();
    }

    @Test
    void a_field_that_comes_with_a_tenth_of_what_is_usual_still_comes() {
        LocalDate lost = LocalDate.of(2025, 7, 16);
        int days = lost.getDayOfYear() + 2;
        assertThat(RuleHealth.of(looking(days, lost, day -> day.isBefore(lost) ? 60 : 6))
                        .alarms())
                .isFalse();
        assertThat(RuleHealth.of(looking(days, lost, day -> day.isBefore(lost) ? 60 : 5))
                        .alarms())
                .isTrue();
    }

    @Test
    void a_field_that_comes_now_and_then_or_seldom_does_not_stop() {
        LocalDate lost = LocalDate.of(2025, 7, 16);
        int days = lost.getDayOfYear() + 2;
        ToIntFunction<LocalDate> notOnSundays =
                day -> day.isBefore(lost) && day.getDayOfWeek() != DayOfWeek.SUNDAY ? 60 : 0;
        assertThat(RuleHealth.of(looking(days, lost, notOnSundays)).alarms()).isFalse();
        assertThat(RuleHealth.of(looking(days, lost, day -> day.isBefore(lost) ? 4 : 0))
                        .alarms())
                .as("12 of 300 were to come")
                .isFalse();
        assertThat(RuleHealth.of(looking(days, lost, day -> day.isBefore(lost) ? 5 : 0))
                        .alarms())
                .as("15 of 300 were to come")
                .isTrue();
    }

    @Test
    void a_field_that_stops_for_a_rule_that_goes_on_firing_is_no_fault() {
        LocalDate lost = LocalDate.of(2025, 7, 16);
        assertThat(RuleHealth.of(looking(lost.getDayOfYear() + 60, LocalDate.MAX, day -> day.isBefore(lost) ? 60 : 0))
                        .kind())
                .isEqualTo(Kind.FINE);
    }

    @Test
    void rules_that_fire_by_chance_do_not_alarm_in_two_years() {
        int alarms = 0;
        int rules = 150;
        for (int rule = 0; rule < rules; rule++) {
            SplittableRandom chance = new SplittableRandom(rule);
            double often = Math.pow(10, -2 + 2.0 * rule / rules);
            Diary whole = diary(730, day -> chance.nextDouble() < often);
            alarms += everAlarms(whole) ? 1 : 0;
        }
        assertThat(alarms).isZero();
    }

    private static boolean everAlarms(Diary whole) {
        int silent = 0;
        for (int days = 28; days <= whole.days().size(); days++) {
            silent = whole.days().get(days - 1).fired() > 0 ? 0 : silent + 1;
            if (silent >= 3
                    && RuleHealth.of(new Diary(FIRST, whole.days().subList(0, days), List.of()))
                            .alarms()) {
                return true;
            }
        }
        return false;
    }
}
