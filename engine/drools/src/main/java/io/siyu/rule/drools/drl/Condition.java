package io.siyu.rule.drools.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One constraint of a pattern, or a part of one. */
public sealed interface Condition {

    /** Holds when all parts hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when one part holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when its part does not. */
    record Not(Condition part) implements Condition {}

    /**
     * A value read from the fact against literals.
     *
     * @param operatorPlace where the operator stands
     * @param literals one; several for {@link Operator#IN}
     */
    record Comparison(Path path, Operator operator, Token operatorPlace, List<Literal> literals, Written written)
            implements Condition {
        public Comparison {
            literals = List.copyOf(literals);
        }
    }

    /**
     * What a comparison reads: {@code total}, {@code member.level}, {@code member.ordersIn("30d")}.
     *
     * @param name the dotted words
     * @param arguments null if it is written without parentheses
     */
    record Path(String name, Token place, @Nullable List<Literal> arguments) {
        public Path {
            arguments = arguments == null ? null : List.copyOf(arguments);
        }
    }
}
