package io.siyu.rule.drools.drl;

import java.util.List;

/**
 * One rule as its author wrote it.
 *
 * @param place where {@code rule} stands
 * @param namePlace where its name stands
 * @param event the event type its pattern names, as in {@code OrderPlaced}
 * @param calls the consequence behind {@code propose}: the verb, then what refines it
 */
public record RuleTree(
        String name,
        Token place,
        Token namePlace,
        List<Annotation> annotations,
        Token event,
        List<Constraint> constraints,
        List<Call> calls) {

    public RuleTree {
        annotations = List.copyOf(annotations);
        constraints = List.copyOf(constraints);
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

    /** One link of the consequence, such as {@code send("thanks")}. */
    public record Call(Token name, List<Literal> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
