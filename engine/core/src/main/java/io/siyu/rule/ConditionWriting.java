package io.siyu.rule;

import io.siyu.rule.ConditionField.Kind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a row as the condition it stands for; one with a wrong value too, so that it reads back as it was typed. */
public final class ConditionWriting {

    static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

    private ConditionWriting() {}

    /** The condition on one line; a field that is not known is compared as a text. */
    public static String text(ConditionRow row, ConditionFields fields) {
        Kind kind = fields.find(row.field()).map(ConditionField::kind).orElse(Kind.TEXT);
        Comparing comparing = row.comparing();
        String path = row.field() + arguments(row.arguments());
        return switch (comparing.takes()) {
            case NOTHING -> path + " " + comparing.written();
            case ONE -> path + " " + comparing.written() + " " + value(row.value(), kind);
            case SEVERAL -> path + " " + comparing.written() + " (" + values(row, kind) + ")";
            case LENGTH -> path + comparing.written() + "(" + quoted(row.value()) + ") == " + !comparing.denies();
        };
    }

    private static String arguments(List<String> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(ConditionWriting::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String values(ConditionRow row, Kind kind) {
        return row.values().isEmpty()
                ? value("", kind)
                : row.values().stream().map(value -> value(value, kind)).collect(Collectors.joining(", "));
    }

    private static String value(String value, Kind kind) {
        return kind.isNumber() && NUMBER.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
