package io.siyu.rule.drools.drl;

import java.util.List;

/**
 * One rule as its author wrote it.
 *
 * @param drl all of it, from {@code rule} to {@code end}
 * @param place where {@code rule} stands
 * @param namePlace where its name stands
 * @param event the event type its pattern names, as in {@code OrderPlaced}
 * @param kept what stands behind the event's pattern: {@code exists Coupon( … )}
 * @param calls the consequence behind {@code propose}: the verb, then what refines it
 */
public record RuleTree(
        String name,
        String drl,
        Token place,
        Token namePlace,
        List<Annotation> annotations,
        Token event,
        List<Constraint> constraints,
        List<Kept> kept,
        List<Call> calls) {

    public RuleTree {
        annotations = List.copyOf(annotations);
        constraints = List.copyOf(constraints);
        kept = List.copyOf(kept);
        calls = List.copyOf(calls);
    }

    /** A remark on the rule, such as {@code @priority(10)}. */
    public record Annotation(Token name, Literal value) {}

    /** What stands between two commas of the pattern. */
    public record Constraint(Written written, Condition condition) {

        /** What stands there. */
        public String text() {
            return written.text();
        }
    }

    /**
     * A pattern over what a member has several of.
     *
     * @param word {@code exists} or {@code not}
     * @param type such as {@code Coupon}
     */
    public record Kept(Token word, Token type, List<Constraint> constraints, Written written) {
        public Kept {
            constraints = List.copyOf(constraints);
        }

        /** Whether one must be there, not none. */
        public boolean wanted() {
            return word.is("exists");
        }
    }

    /** One link of the consequence, such as {@code send("thanks")}. */
    public record Call(Token name, List<Literal> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
