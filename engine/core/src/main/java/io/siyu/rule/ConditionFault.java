package io.siyu.rule;

import io.siyu.campaign.Distance;
import io.siyu.campaign.Durations;
import io.siyu.rule.ConditionField.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value that was typed into a row.
 *
 * @param part where in the row
 * @param what what is asked for instead
 * @param value as it was typed
 */
public record ConditionFault(Part part, What what, String value) {

    private static final int LONGEST = 1_000;
    private static final int MOST_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,4}[mhdw]");
    private static final Pattern DAY = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

    /** Where in a row. */
    public enum Part {
        FIELD,
        ARGUMENT,
        COMPARING,
        VALUE
    }

    /** What is asked for. */
    public enum What {
        KNOWN_FIELD,
        FITTING_COMPARISON,
        SOMETHING,
        SHORTER_TEXT,
        ONE_LINE,
        WHOLE_NUMBER,
        NUMBER,
        AMOUNT,
        MONTH_AND_DAY,
        LENGTH_OF_TIME,
        DISTANCE
    }

    /** All faults of a row that can be told without asking the rules. */
    public static List<ConditionFault> of(ConditionRow row, ConditionFields fields) {
        ConditionField field = fields.find(row.field()).orElse(null);
        if (field == null) {
            return List.of(new ConditionFault(Part.FIELD, What.KNOWN_FIELD, row.field()));
        }
        List<ConditionFault> faults = new ArrayList<>();
        for (int i = 0; i < field.parameters().size(); i++) {
            String argument = i < row.arguments().size() ? row.arguments().get(i) : "";
            What wrong = argument(argument, field.parameters().get(i));
            if (wrong != null) {
                faults.add(new ConditionFault(Part.ARGUMENT, wrong, argument));
            }
        }
        if (!field.comparings().contains(row.comparing())) {
            faults.add(new ConditionFault(
                    Part.COMPARING, What.FITTING_COMPARISON, row.comparing().written()));
            return faults;
        }
        List<String> values = row.values().isEmpty() ? List.of("") : row.values();
        for (String value : values) {
            What wrong = value(value, row.comparing(), field.kind(), fields.currencyDigits());
            if (wrong != null) {
                faults.add(new ConditionFault(Part.VALUE, wrong, value));
            }
        }
        return faults;
    }

    private static @Nullable What argument(String value, Accessor.Parameter parameter) {
        return switch (parameter) {
            case DURATION -> length(value);
            case DISTANCE -> read(value, Distance::parse, What.DISTANCE);
            case TEXT, STORE, UNIT, LIST -> text(value);
        };
    }

    private static @Nullable What value(String value, Comparing comparing, Kind kind, int currencyDigits) {
        return switch (comparing.takes()) {
            case NOTHING -> null;
            case LENGTH -> length(value);
            case ONE, SEVERAL ->
                switch (kind) {
                    case WHOLE -> matching(value, WHOLE, What.WHOLE_NUMBER);
                    case DECIMAL -> matching(value, ConditionWriting.NUMBER, What.NUMBER);
                    case MONEY -> amount(value, currencyDigits);
                    case DAY -> matching(value, DAY, What.MONTH_AND_DAY);
                    case TEXT, TEXTS, TRUTH, PERSONAL, MOMENT, PRESENCE -> text(value);
                };
        };
    }

    private static @Nullable What matching(String value, Pattern pattern, What otherwise) {
        return value.isBlank() ? What.SOMETHING : pattern.matcher(value).matches() ? null : otherwise;
    }

    private static @Nullable What length(String value) {
        What wrong = matching(value, LENGTH, What.LENGTH_OF_TIME);
        return wrong == null ? read(value, Durations::parse, What.LENGTH_OF_TIME) : wrong;
    }

    private static @Nullable What read(String value, Consumer<String> reading, What otherwise) {
        if (value.isBlank()) {
            return What.SOMETHING;
        }
        try {
            reading.accept(value);
            return null;
        } catch (IllegalArgumentException unread) {
            return otherwise;
        }
    }

    private static @Nullable What amount(String value, int currencyDigits) {
        What wrong = matching(value, ConditionWriting.NUMBER, What.AMOUNT);
        if (wrong != null) {
            return wrong;
        }
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return number.scale() > currencyDigits || number.precision() - number.scale() > MOST_DIGITS
                ? What.AMOUNT
                : null;
    }

    private static @Nullable What text(String value) {
        if (value.isBlank()) {
            return What.SOMETHING;
        }
        if (value.length() > LONGEST) {
            return What.SHORTER_TEXT;
        }
        return value.chars().anyMatch(Character::isISOControl) ? What.ONE_LINE : null;
    }
}
