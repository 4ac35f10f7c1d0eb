package io.siyu.rule.drools.typed;

import com.google.re2j.Pattern;
import io.siyu.event.FieldType;
import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.typed.Clause.Matcher;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The comparisons of each type; an absent value, and one of an unexpected type, matches nothing. */
final class Matchers {

    /** Matches absence. */
    static final Matcher ABSENT = value -> value == null;

    private Matchers() {}

    /** @param values at least one, of the type's Java class; for {@code matches}, the compiled {@link Pattern} */
    static Matcher of(FieldType type, Operator operator, List<Object> values) {
        Object first = values.get(0);
        if (operator == Operator.IN) {
            List<Matcher> each = values.stream()
                    .map(value -> of(type, Operator.EQUAL, List.of(value)))
                    .toList();
            return value -> {
                for (Matcher one : each) {
                    if (one.matches(value)) {
                        return true;
                    }
                }
                return false;
            };
        }
        return switch (type) {
            case INTEGER, MONEY -> number(operator, (Long) first);
            case DECIMAL -> decimal(operator, (BigDecimal) first);
            case TEXT -> text(operator, first);
            case TEXTS -> value -> value instanceof Collection<?> texts && texts.contains(first);
            default -> first::equals;
        };
    }

    private static Matcher number(Operator operator, long literal) {
        return switch (operator) {
            case LESS -> value -> value instanceof Long number && number < literal;
            case AT_MOST -> value -> value instanceof Long number && number <= literal;
            case MORE -> value -> value instanceof Long number && number > literal;
            case AT_LEAST -> value -> value instanceof Long number && number >= literal;
            default -> value -> value instanceof Long number && number == literal;
        };
    }

    private static Matcher decimal(Operator operator, BigDecimal literal) {
        return switch (operator) {
            case LESS -> value -> value instanceof BigDecimal number && number.compareTo(literal) < 0;
            case AT_MOST -> value -> value instanceof BigDecimal number && number.compareTo(literal) <= 0;
            case MORE -> value -> value instanceof BigDecimal number && number.compareTo(literal) > 0;
            case AT_LEAST -> value -> value instanceof BigDecimal number && number.compareTo(literal) >= 0;
            default -> value -> value instanceof BigDecimal number && number.compareTo(literal) == 0;
        };
    }

    private static Matcher text(Operator operator, Object literal) {
        if (literal instanceof Pattern pattern) {
            boolean wanted = operator == Operator.MATCHES;
            return value -> value instanceof String text && pattern.matches(text) == wanted;
        }
        String part = (String) literal;
        return switch (operator) {
            case CONTAINS -> value -> value instanceof String text && text.contains(part);
            case STARTS_WITH -> value -> value instanceof String text && text.startsWith(part);
            case ENDS_WITH -> value -> value instanceof String text && text.endsWith(part);
            default -> part::equals;
        };
    }
}
