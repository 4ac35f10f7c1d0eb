package io.siyu.rule.drools.typed;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.siyu.event.FieldType;
import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Literal;
import io.siyu.rule.drools.drl.Operator;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the literals of a comparison the type of what they are compared with. */
final class TypeLiterals {

    private final int currencyDigits;
    private final DrlFaults faults;

    /** @param currencyDigits decimals of the house currency */
    TypeLiterals(int currencyDigits, DrlFaults faults) {
        this.currencyDigits = currencyDigits;
        this.faults = faults;
    }

    /**
     * Values of the right type.
     *
     * @param values as they are compared and indexed
     * @param operands what the matcher needs: the values, or compiled patterns
     */
    record Typed(List<Object> values, List<Object> operands) {}

    /** The values, or nothing if one does not fit. */
    Optional<Typed> values(Comparison comparison, FieldType type) {
        List<Object> values = new ArrayList<>();
        for (Literal literal : comparison.literals()) {
            Object value = value(literal, type, comparison.path().name());
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < comparison.literals().size()) {
            return Optional.empty();
        }
        if (comparison.operator() == Operator.MATCHES || comparison.operator() == Operator.NOT_MATCHES) {
            return pattern(comparison.literals().get(0)).map(pattern -> new Typed(values, List.of(pattern)));
        }
        return Optional.of(new Typed(values, values));
    }

    /** Whether what a personal date is compared with are months and days, which is all that is left of it. */
    boolean areDays(Comparison comparison) {
        if (comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.IN) {
            return true;
        }
        boolean days = true;
        for (Literal literal : comparison.literals()) {
            String text = literal.text();
            if (text != null && !isDay(text)) {
                String wrong = "\"" + text + "\" is no month and day, and more is not left of \""
                        + comparison.path().name() + "\".";
                faults.add(literal.place(), "value", wrong, "write \"03-14\"; of a day that comes a campaign knows.");
                days = false;
            }
        }
        return days;
    }

    private static boolean isDay(String text) {
        try {
            return text.equals(MonthDay.parse("--" + text).toString().substring(2));
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private @Nullable Object value(Literal literal, FieldType type, String path) {
        Object value = switch (type) {
            case TEXT, TEXTS -> literal.text();
            case INTEGER -> integer(literal);
            case MONEY -> money(literal);
            case DECIMAL -> decimal(literal);
            default -> literal.value() instanceof Boolean truth ? truth : null;
        };
        if (value == null) {
            String wrong =
                    "\"" + path + "\" is " + Words.of(type) + " and cannot be compared with " + literal.kind() + ".";
            faults.add(literal.place(), "type", wrong, instead(type, literal));
        }
        return value;
    }

    private static @Nullable Long integer(Literal literal) {
        BigDecimal number = literal.number();
        return number == null || number.scale() > 0 ? null : number.longValueExact();
    }

    private static @Nullable BigDecimal decimal(Literal literal) {
        BigDecimal number = literal.number();
        return number == null ? null : number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private @Nullable Long money(Literal literal) {
        BigDecimal number = decimal(literal);
        if (number == null || number.scale() > currencyDigits || number.precision() - number.scale() > 15) {
            return null;
        }
        return number.movePointRight(currencyDigits).longValueExact();
    }

    private String instead(FieldType type, Literal literal) {
        if (type == FieldType.MONEY && literal.number() != null) {
            return "write at most " + currencyDigits + " digits behind the point, in whole units of the currency.";
        }
        return switch (type) {
            case TEXT, TEXTS -> "put the value in double quotes.";
            case INTEGER, DECIMAL, MONEY ->
                literal.text() != null ? "remove the quotes." : "write a number, such as 200.";
            default -> "write true or false, without quotes.";
        };
    }

    private Optional<Pattern> pattern(Literal literal) {
        try {
            return Optional.of(Patterns.compile(String.valueOf(literal.text())));
        } catch (PatternSyntaxException broken) {
            String wrong = "The pattern cannot be read: " + broken.getDescription() + ".";
            faults.add(literal.place(), "value", wrong, Patterns.instead(String.valueOf(literal.text())));
        } catch (IllegalArgumentException large) {
            faults.add(
                    literal.place(),
                    "too-long",
                    String.valueOf(large.getMessage()),
                    "write str[startsWith] or in (…).");
        }
        return Optional.empty();
    }
}
