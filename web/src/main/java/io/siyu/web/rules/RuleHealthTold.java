package io.siyu.web.rules;

import io.siyu.report.rhythm.Diary;
import io.siyu.report.rhythm.RuleStanding;
import io.siyu.report.rhythm.RuleTrouble;
import io.siyu.report.rhythm.Sighting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one rule fares, as JSON.
 *
 * @param standing one of the words of {@link io.siyu.report.rhythm.Standing.Kind}, in small letters
 * @param reason why, in words; empty where there is nothing to say
 * @param days up to 28 and today if it fired today, oldest first
 * @param fired where it fired last, if that is known
 * @param trouble what was wrong with it lately
 */
record RuleHealthTold(
        String rule,
        String file,
        int line,
        String event,
        String standing,
        boolean alarm,
        @Nullable LocalDate since,
        String reason,
        List<Day> days,
        @Nullable Sighting fired,
        @Nullable RuleTrouble trouble) {

    /** How often it fired on a day, and of how many events the rules were asked. */
    record Day(LocalDate day, long fired, long asked) {}

    static RuleHealthTold of(RuleStanding one) {
        return new RuleHealthTold(
                one.rule().name(),
                one.rule().file(),
                one.rule().line(),
                one.rule().event(),
                one.standing().kind().name().toLowerCase(Locale.ROOT),
                one.standing().alarms(),
                one.standing().since(),
                one.reason(),
                days(one.days()),
                one.fired(),
                one.trouble());
    }

    private static List<Day> days(Diary diary) {
        List<Day> days = new ArrayList<>();
        for (Diary.Day day : diary.days()) {
            days.add(new Day(diary.first().plusDays(days.size()), day.fired(), day.asked()));
        }
        return days;
    }
}
