package io.siyu.rule.drools.typed;

import io.siyu.rule.Fact;
import io.siyu.rule.KeptType;
import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.drl.Written;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition that can be evaluated. A comparison with an absent value does not hold; its negation does. */
public sealed interface Clause {

    /** Whether the fact meets it. */
    boolean holds(Fact fact);

    /** Equal for clauses of one event type that say the same, however they are written. */
    String id();

    /** Holds when all parts hold. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Fact fact) {
            for (Clause part : parts) {
                if (!part.holds(fact)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String id() {
            return joined(parts, " && ");
        }
    }

    /** Holds when one part holds. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Fact fact) {
            for (Clause part : parts) {
                if (part.holds(fact)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String id() {
            return joined(parts, " || ");
        }
    }

    /** Holds when its part does not. */
    record Not(Clause part) implements Clause {
        @Override
        public boolean holds(Fact fact) {
            return !part.holds(fact);
        }

        @Override
        public String id() {
            return "!(" + part.id() + ")";
        }
    }

    /**
     * Compares what a term reads with typed values.
     *
     * @param values of the term's type, money in minor units; empty when compared with {@code null}
     * @param written the comparison as written, a negation's sign included
     */
    record Compared(Term term, Operator operator, List<Object> values, Matcher matcher, Written written)
            implements Clause {
        public Compared {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Fact fact) {
            return matcher.matches(term.reader().read(fact));
        }

        @Override
        public String id() {
            return term.id() + " " + operator.written() + " " + (values.isEmpty() ? "null" : Ids.of(values));
        }
    }

    /** Holds when one of what the member keeps meets all conditions, or none does. */
    record Kept(KeptType type, boolean wanted, List<Clause> conditions) implements Clause {
        public Kept {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Fact fact) {
            for (Object one : type.all(fact)) {
                if (meets(fact.lookingAt(one))) {
                    return wanted;
                }
            }
            return !wanted;
        }

        /** How many meet all conditions. */
        long count(Fact fact) {
            return type.all(fact).stream()
                    .filter(one -> meets(fact.lookingAt(one)))
                    .count();
        }

        private boolean meets(Fact one) {
            for (Clause condition : conditions) {
                if (!condition.holds(one)) {
                    return false;
                }
            }
            return true;
        }

        /** What is looked for. */
        String sought() {
            return type.name() + joined(conditions, ", ");
        }

        @Override
        public String id() {
            return (wanted ? "exists " : "not ") + sought();
        }
    }

    /** A comparison with its right side fixed. */
    @FunctionalInterface
    interface Matcher {
        boolean matches(@Nullable Object value);
    }

    private static String joined(List<Clause> parts, String by) {
        return parts.stream().map(Clause::id).collect(Collectors.joining(by, "(", ")"));
    }
}
