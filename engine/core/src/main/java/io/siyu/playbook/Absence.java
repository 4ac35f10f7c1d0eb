package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Diagnostic;
import io.siyu.event.EventType;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The conditions of a trigger that waits for an absence: those on the event that begins the time are looked at when it comes,
 * as it cannot change; those on the member when the time is up.
 */
final class Absence {
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:[.][A-Za-z_][A-Za-z0-9_]*)*");
    /** The event is looked at when it comes, the member when the time is up. */
    static final Apart APART = new Apart("trigger.absence-when", "hours apart");

    private static final List<String> LATER = List.of("member.", "coupon.");

    private Absence() {}

    /**
     * How an event and a member are looked at.
     *
     * @param code of the fault when one condition is about both
     * @param words in which it tells so
     */
    record Apart(String code, String words) {}

    /** Conditions that are looked at when the event comes. */
    static List<Condition> early(List<Condition> when) {
        return when.stream().filter(condition -> !isLate(condition)).toList();
    }

    /** Conditions that are looked at when the time is up. */
    static List<Condition> late(List<Condition> when) {
        return when.stream().filter(Absence::isLate).toList();
    }

    /** Reports conditions that would have to be looked at both times. */
    static void check(List<Condition> when, EventType event, Apart apart, Draft draft) {
        for (Condition condition : late(when)) {
            if (!Constraint.isKept(condition.text()) && names(condition).anyMatch(name -> event.indexOf(name) >= 0)) {
                draft.faults()
                        .add(new Diagnostic(
                                draft.file(),
                                condition.line(),
                                condition.column(),
                                apart.code(),
                                "The condition (" + condition.text()
                                        + ") is about the event and the member, which are looked at "
                                        + apart.words() + ".\nMaybe write two conditions."));
            }
        }
    }

    private static boolean isLate(Condition condition) {
        return Constraint.isKept(condition.text())
                || names(condition).anyMatch(name -> LATER.stream().anyMatch(name::startsWith));
    }

    /** What a condition names, but for what stands in quotes. */
    private static Stream<String> names(Condition condition) {
        Matcher names = NAME.matcher(QUOTED.matcher(condition.text()).replaceAll("\"\""));
        return names.results().map(MatchResult::group);
    }
}
