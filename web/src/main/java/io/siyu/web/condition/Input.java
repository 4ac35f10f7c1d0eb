package io.siyu.web.condition;

import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionField;
import io.siyu.rule.ConditionField.Kind;
import io.siyu.rule.ConditionRow;
import io.siyu.web.condition.Choices.Choice;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one value of a row is typed or chosen.
 *
 * @param name in the form, behind the row's number
 * @param kind {@code text}, {@code number}, {@code money}, {@code day}, {@code length}, {@code distance}, {@code lines} (one
 *     value a line), {@code picks} (any of the choices)
 * @param values as typed; a measure without its unit
 * @param unit of a measure
 */
record Input(String name, String kind, List<String> values, String unit, List<Choice> choices) {

    private static final int MOST_PICKS = 40;
    private static final Pattern LENGTH = Pattern.compile("(.*?)([mhdw])?");
    private static final Pattern DISTANCE = Pattern.compile("(.*?)( ?km| ?m)?");

    Input {
        values = List.copyOf(values);
        choices = List.copyOf(choices);
    }

    /** For what stands in the parentheses of the row's field. */
    static Input argument(ConditionRow row, ConditionField field, int number, Choices choices) {
        String value = number < row.arguments().size() ? row.arguments().get(number) : "";
        String name = "a" + number;
        Parameter parameter = field.parameters().get(number);
        return switch (parameter) {
            case DURATION -> length(name, value);
            case DISTANCE -> distance(name, value);
            case TEXT, STORE, UNIT, LIST -> new Input(name, "text", List.of(value), "", choices.of(field, number));
        };
    }

    /** For what the row's field is compared with; nothing for a comparison that says it all. */
    static List<Input> values(ConditionRow row, ConditionField field, Choices choices) {
        return switch (row.comparing().takes()) {
            case NOTHING -> List.of();
            case LENGTH -> List.of(length("v", row.value()));
            case SEVERAL -> List.of(several(row.values(), choices.of(field)));
            case ONE -> List.of(one(row, field, choices));
        };
    }

    private static Input one(ConditionRow row, ConditionField field, Choices choices) {
        Kind kind = field.kind();
        String shown = switch (kind) {
            case MONEY -> "money";
            case WHOLE, DECIMAL -> "number";
            case DAY -> "day";
            default -> "text";
        };
        boolean pattern = row.comparing() == Comparing.MATCHES || row.comparing() == Comparing.MATCHES_NOT;
        return new Input("v", shown, List.of(row.value()), "", pattern ? List.of() : choices.of(field));
    }

    private static Input several(List<String> values, List<Choice> choices) {
        boolean all = values.stream()
                .allMatch(value ->
                        choices.stream().anyMatch(choice -> choice.value().equals(value)));
        boolean picks = all && !choices.isEmpty() && choices.size() <= MOST_PICKS;
        return new Input("v", picks ? "picks" : "lines", values, "", picks ? choices : List.of());
    }

    private static Input length(String name, String value) {
        return measure(name, "length", LENGTH.matcher(value), "d");
    }

    private static Input distance(String name, String value) {
        Input read = measure(name, "distance", DISTANCE.matcher(value), "km");
        return new Input(name, "distance", read.values(), " " + read.unit().strip(), List.of());
    }

    private static Input measure(String name, String kind, Matcher written, String usual) {
        boolean matches = written.matches();
        String unit = matches ? written.group(2) : null;
        return new Input(name, kind, List.of(matches ? written.group(1) : ""), unit == null ? usual : unit, List.of());
    }

    /** The only value. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All values, one a line. */
    public String lines() {
        return String.join("\n", values);
    }

    /** Whether a choice is one of the values. */
    public boolean has(String value) {
        return values.contains(value);
    }
}
