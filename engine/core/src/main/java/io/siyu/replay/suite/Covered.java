package io.siyu.replay.suite;

import io.siyu.rule.RuleBook.RuleSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How far scenarios cover one rule: whether it fired in one of them, and each of its conditions both ways.
 *
 * @param conditions its comparisons as their author wrote them; what a campaign adds by itself is left out
 */
public record Covered(RuleSummary rule, boolean fired, List<Both> conditions) {
    public Covered {
        conditions = List.copyOf(conditions);
    }

    /**
     * A comparison.
     *
     * @param line where it stands in the rule's file, from 1; 0 if no scenario brought the rule's event
     * @param column the same
     * @param held whether it was seen to hold
     * @param missed whether it was seen not to hold
     */
    public record Both(String text, int line, int column, boolean held, boolean missed) {

        int ways() {
            return (held ? 1 : 0) + (missed ? 1 : 0);
        }
    }

    /** How much there is to cover: that it fires, and two ways for each condition. */
    public int all() {
        return 1 + 2 * conditions.size();
    }

    /** How much of that is covered. */
    public int reached() {
        return (fired ? 1 : 0) + conditions.stream().mapToInt(Both::ways).sum();
    }

    /** What is not covered, one a line, with its place. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!fired) {
            missing.add(place(rule.line(), 0) + "never fired: " + rule.name());
        }
        for (Both one : conditions) {
            String place = one.line() == 0 ? place(rule.line(), 0) : place(one.line(), one.column());
            if (one.ways() < 2) {
                String told = one.held() ? "always held: " : one.missed() ? "never held: " : "never looked at: ";
                missing.add(place + told + one.text());
            }
        }
        return missing;
    }

    private String place(int line, int column) {
        return rule.file() + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column) + ": ";
    }

    /** The part of all that is covered, in whole percent, rounded down; 100 when there is nothing to cover. */
    public static int percent(Collection<Covered> rules) {
        long all = rules.stream().mapToLong(Covered::all).sum();
        return all == 0
                ? 100
                : (int) (100 * rules.stream().mapToLong(Covered::reached).sum() / all);
    }
}
