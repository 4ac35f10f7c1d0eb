package io.siyu.message;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as a text writes it; null is what an absent value is.
 *
 * <p>Values are {@link String}, {@link BigDecimal}, {@link Boolean}, a local date or date and time, a list of values, or a
 * map of named values.
 */
sealed interface Expr {

    @Nullable
    Object value(Seen seen);

    /** Where it stands in the source, in UTF-16 units. */
    int offset();

    /** A value written out; null stands for {@code nil}, {@code blank} and {@code empty}. */
    record Literal(@Nullable Object worth, int offset) implements Expr {
        @Override
        public @Nullable Object value(Seen seen) {
            return worth;
        }
    }

    /** The value of a variable, such as {@code total}, {@code member.level} or {@code item.name}. */
    record Name(String name, int offset) implements Expr {
        @Override
        public @Nullable Object value(Seen seen) {
            return seen.value(name);
        }

        /** The part before the first dot. */
        String root() {
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }
    }

    /** A value with what filters make of it, one after the other. */
    record Filtered(Expr of, List<Use> uses) implements Expr {
        public Filtered {
            uses = List.copyOf(uses);
        }

        @Override
        public @Nullable Object value(Seen seen) {
            Object worth = of.value(seen);
            for (Use use : uses) {
                worth = use.applied(worth, seen);
            }
            return worth;
        }

        @Override
        public int offset() {
            return of.offset();
        }

        /** The text of the one default it has, if that is all. */
        @Nullable
        String literalDefault() {
            return uses.size() == 1 ? uses.get(0).literalDefault() : null;
        }
    }

    /** A filter as used: its name and what is written behind the colon. */
    record Use(String name, List<Expr> arguments, int offset) {
        public Use {
            arguments = List.copyOf(arguments);
        }

        boolean isDefault() {
            return name.equals(Filters.DEFAULT);
        }

        @Nullable
        String literalDefault() {
            return isDefault()
                            && arguments.size() == 1
                            && arguments.get(0) instanceof Literal literal
                            && literal.worth() instanceof String text
                    ? text
                    : null;
        }

        @Nullable
        Object applied(@Nullable Object worth, Seen seen) {
            if (isDefault()) {
                return Worth.isAbsent(worth) ? arguments.get(0).value(seen) : worth;
            }
            if (worth == null) {
                return null;
            }
            List<Object> given = new ArrayList<>(arguments.size());
            for (Expr argument : arguments) {
                Object value = argument.value(seen);
                if (value == null) {
                    return null;
                }
                given.add(value);
            }
            return seen.made(Filters.require(name).apply(worth, given, seen));
        }
    }

    /** Two values held against each other. */
    record Compared(String operator, Expr left, Expr right, int offset) implements Expr {
        @Override
        public Object value(Seen seen) {
            return Worth.compare(operator, left.value(seen), right.value(seen));
        }
    }

    /** Two tests of which both or one must hold. */
    record Joined(boolean both, Expr left, Expr right, int offset) implements Expr {
        @Override
        public Object value(Seen seen) {
            boolean first = Worth.isTrue(left.value(seen));
            return first == both ? Worth.isTrue(right.value(seen)) : first;
        }
    }

    /** A test that must not hold. */
    record Not(Expr of) implements Expr {
        @Override
        public Object value(Seen seen) {
            return !Worth.isTrue(of.value(seen));
        }

        @Override
        public int offset() {
            return of.offset();
        }
    }

    /** The whole numbers from one to another, both included. */
    record Range(Expr from, Expr to, int offset) implements Expr {
        @Override
        public @Nullable Object value(Seen seen) {
            BigDecimal first = Worth.number(from.value(seen));
            BigDecimal last = Worth.number(to.value(seen));
            if (first == null || last == null) {
                return null;
            }
            BigDecimal size = last.subtract(first).add(BigDecimal.ONE);
            if (size.compareTo(BigDecimal.valueOf(Bounds.ROUNDS)) > 0) {
                throw new UnrenderableException("a loop of more than " + Bounds.ROUNDS + " rounds");
            }
            return new Numbers(first, Math.max(0, size.intValue()));
        }
    }

    /** Numbers that follow each other, none of them made before it is asked for. */
    final class Numbers extends AbstractList<Object> {
        private final BigDecimal first;
        private final int size;

        Numbers(BigDecimal first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public Object get(int index) {
            return first.add(BigDecimal.valueOf(index));
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** What a path such as {@code first.name} leads to from a value. */
    static @Nullable Object follow(@Nullable Object from, String path) {
        Object at = from;
        for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("\\.", -1))) {
            if (at instanceof Map<?, ?> named) {
                at = named.get(step);
            } else if (at instanceof List<?> list) {
                at = Worth.ofList(list, step);
            } else {
                at = at instanceof String text && step.equals("size") ? Worth.size(text) : null;
            }
        }
        return at;
    }
}
