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
 * @param others patterns that have no place in it, kept for what else is wrong in them
 * @param calls the consequence behind {@code propose}: the verb, then what refines it
 * @param sound whether it is all read and nothing is wrong in how it is written; else it is there for its other faults, and
 *     the event may be a token of kind {@link Token.Kind#BROKEN}
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
        List<Pattern> others,
        List<Call> calls,
        boolean sound) {

    public RuleTree {
        annotations = List.copyOf(annotations);
        constraints = List.copyOf(constraints);
        kept = List.copyOf(kept);
        others = List.copyOf(others);
        calls = List.copyOf(calls);
    }

    RuleTree withoutFault() {
        return new RuleTree(name, drl, place, namePlace, annotations, event, constraints, kept, others, calls, true);
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

    /** Conditions on what is of a type. */
    public record Pattern(Token type, List<Constraint> constraints) {
        public Pattern {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * A pattern over what a member has several of.
     *
     * @param word {@code exists} or {@code not}
     * @param type such as {@code Coupon}
     * @param whole whether the constraints are all that stand there
     */
    public record Kept(Token word, Token type, List<Constraint> constraints, Written written, boolean whole) {
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
