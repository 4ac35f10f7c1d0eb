package io.siyu.web.campaign;

import java.util.List;
import java.util.Set;

/**
 * One field of a campaign's form.
 *
 * @param pointer its name in the form and its place in the file
 * @param label last part of the message key {@code campaign.field.…}
 * @param mark what tells it from others of the same label: the language of words, the name of a variant; else empty
 * @param options what may be chosen; for what is picked, what is known
 */
record FormField(
        String pointer,
        String label,
        String mark,
        String value,
        boolean changeable,
        Input input,
        List<String> options) {

    /** How it is asked for. */
    enum Input {
        LINE,
        NUMBER,
        DATE,
        TIME,
        /** A local date and time. */
        MOMENT,
        /** One of the options. */
        CHOICE,
        /** Any word, the options are offered. */
        PICK,
        WORDS,
        /** Conditions, one a line. */
        CODE
    }

    private static final Set<String> FIRST = Set.of("set", "max", "variant-name", "data-name");

    FormField {
        options = List.copyOf(options);
    }

    /** A form's height for it: words and lists need lines. */
    public int rows() {
        return Math.max(2, (int) value.lines().count() + (input == Input.WORDS ? 0 : 1));
    }

    /** Whether it takes several lines. */
    public boolean isLong() {
        return input == Input.WORDS || input == Input.CODE;
    }

    /** Whether a row of fields begins with it. */
    public boolean isFirst() {
        return FIRST.contains(label) || (label.equals("event") && pointer.startsWith("/exits/"));
    }

    /** The type of a browser's input. */
    public String type() {
        return switch (input) {
            case DATE -> "date";
            case TIME -> "time";
            case NUMBER -> "number";
            case MOMENT -> "datetime-local";
            default -> "text";
        };
    }

    /** The value as a browser's input takes it. */
    public String typed() {
        return input == Input.MOMENT ? value.replace(' ', 'T') : value;
    }

    /** The name of the list of what is known; the same for all fields that offer the same. */
    public String offered() {
        return "known-" + label;
    }
}
