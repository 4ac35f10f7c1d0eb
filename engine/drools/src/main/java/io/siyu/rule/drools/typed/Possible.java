package io.siyu.rule.drools.typed;

import io.siyu.event.FieldType;
import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.typed.Clause.Compared;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values one term can still have under the comparisons read so far.
 *
 * @param absent whether it can be absent
 * @param among the only values it can have; null while they cannot be listed
 * @param asked comparisons that are neither a list nor a range, by id
 */
record Possible(boolean absent, @Nullable Set<Object> among, Range range, Map<String, Asked> asked)
        implements Remaining {

    /** A comparison that holds or does not. */
    record Asked(Compared compared, boolean holds) {
        boolean allows(Object value) {
            return compared.matcher().matches(value) == holds;
        }
    }

    /** Nothing is known yet but the type. */
    static Possible of(FieldType type) {
        Set<Object> all = type == FieldType.BOOLEAN ? Set.of(true, false) : null;
        return new Possible(true, all, Range.ALL, Map.of());
    }

    @Override
    public Possible present() {
        return absent ? new Possible(false, among, range, asked) : this;
    }

    /** The same, and never less than this. */
    Possible atLeast(long least) {
        return new Possible(absent, among, range.and(Operator.AT_LEAST, least), asked);
    }

    /** The least number it can be; null if there is no least. */
    @Nullable
    BigDecimal least() {
        return among == null
                ? range.from()
                : numbers().min(Comparator.naturalOrder()).orElse(null);
    }

    /** The greatest number it can be; null if there is no greatest. */
    @Nullable
    BigDecimal most() {
        return among == null
                ? range.to()
                : numbers().max(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<BigDecimal> numbers() {
        return among == null ? Stream.of() : among.stream().map(value -> new BigDecimal(value.toString()));
    }

    @Override
    public boolean isEmpty() {
        return !absent && (among == null ? range.isEmpty() : among.isEmpty());
    }

    @Override
    public Possible where(Compared compared, boolean holds) {
        if (compared.values().isEmpty()) {
            return holds ? absentOnly() : present();
        }
        Possible left = holds ? present() : this;
        Operator operator = compared.operator();
        if (left.among != null) {
            return left.filtered(new Asked(compared, holds));
        }
        if (holds && (operator == Operator.EQUAL || operator == Operator.IN)) {
            return left.listed(compared);
        }
        return operator.ordering() ? left.ranged(compared, holds) : left.asked(compared, holds);
    }

    private Possible absentOnly() {
        boolean known = among != null && among.isEmpty();
        return known ? this : new Possible(absent, Set.of(), range, asked);
    }

    private Possible filtered(Asked by) {
        Set<Object> left = new LinkedHashSet<>(among == null ? Set.of() : among);
        return left.removeIf(value -> !by.allows(value)) ? new Possible(absent, left, range, asked) : this;
    }

    private Possible listed(Compared compared) {
        Set<Object> left = new LinkedHashSet<>(compared.values());
        left.removeIf(value -> !range.holds(value) || asked.values().stream().anyMatch(by -> !by.allows(value)));
        return new Possible(absent, left, range, asked);
    }

    private Possible ranged(Compared compared, boolean holds) {
        Operator operator = holds ? compared.operator() : opposite(compared.operator());
        Range left = range.and(operator, compared.values().get(0));
        return left == range ? this : new Possible(absent, among, left, asked);
    }

    private Possible asked(Compared compared, boolean holds) {
        Asked before = asked.get(compared.id());
        if (before != null) {
            return before.holds() == holds ? this : new Possible(absent, Set.of(), range, asked);
        }
        Map<String, Asked> more = new LinkedHashMap<>(asked);
        more.put(compared.id(), new Asked(compared, holds));
        return new Possible(absent, among, range, more);
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.AT_LEAST;
            case AT_MOST -> Operator.MORE;
            case MORE -> Operator.AT_MOST;
            default -> Operator.LESS;
        };
    }

    /** All numbers between two ends. */
    record Range(
            @Nullable BigDecimal from,
            boolean fromIncluded,
            @Nullable BigDecimal to,
            boolean toIncluded) {

        static final Range ALL = new Range(null, false, null, false);

        /** With one more end; this object if it is no nearer than the one known. */
        Range and(Operator operator, Object end) {
            boolean whole = end instanceof Long;
            BigDecimal at = end instanceof Long number ? BigDecimal.valueOf(number) : (BigDecimal) end;
            return switch (operator) {
                case MORE -> whole ? from(at.add(BigDecimal.ONE), true) : from(at, false);
                case AT_LEAST -> from(at, true);
                case LESS -> whole ? to(at.subtract(BigDecimal.ONE), true) : to(at, false);
                default -> to(at, true);
            };
        }

        private Range from(BigDecimal at, boolean included) {
            int order = from == null ? 1 : at.compareTo(from);
            return order > 0 || (order == 0 && fromIncluded && !included)
                    ? new Range(at, included, to, toIncluded)
                    : this;
        }

        private Range to(BigDecimal at, boolean included) {
            int order = to == null ? -1 : at.compareTo(to);
            return order < 0 || (order == 0 && toIncluded && !included)
                    ? new Range(from, fromIncluded, at, included)
                    : this;
        }

        boolean isEmpty() {
            if (from == null || to == null) {
                return false;
            }
            int order = from.compareTo(to);
            return order > 0 || (order == 0 && !(fromIncluded && toIncluded));
        }

        boolean holds(Object value) {
            boolean number = value instanceof Long || value instanceof BigDecimal;
            return !number
                    || !and(Operator.AT_LEAST, value)
                            .and(Operator.AT_MOST, value)
                            .isEmpty();
        }
    }
}
