package io.siyu.web.condition;

import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as a form shows them.
 *
 * @param place the word for where they stand
 * @param groups the fields to choose from
 * @param text what they say, one condition a line
 * @param faults what is wrong with them together
 * @param full whether no row may be added
 */
record Sheet(
        String place,
        List<Group> groups,
        List<Row> rows,
        String text,
        List<String> faults,
        String currency,
        boolean full) {

    Sheet {
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Fields that tell of the same. */
    record Group(String messageKey, String label, List<Option> fields) {
        Group {
            fields = List.copyOf(fields);
        }
    }

    /** A field to choose. */
    record Option(String path, String label, String title) {}

    /**
     * One row.
     *
     * @param text as written; empty while something is missing
     * @param free whether it is written as text
     * @param field null while none is chosen, and of free text
     */
    record Row(
            String text,
            boolean free,
            @Nullable ConditionField field,
            @Nullable Comparing comparing,
            List<Input> arguments,
            List<Input> values,
            List<Fault> faults) {
        Row {
            arguments = List.copyOf(arguments);
            values = List.copyOf(values);
            faults = List.copyOf(faults);
        }

        public String path() {
            return field == null ? "" : field.path();
        }

        /** The comparisons its field may have. */
        public List<Comparing> comparings() {
            return field == null ? List.of() : field.comparings();
        }

        /** What a comparison is called for its field. */
        public String messageKey(Comparing one) {
            boolean personal = field != null && field.kind() == ConditionField.Kind.PERSONAL;
            return "condition.is." + (personal ? "personal-" : "")
                    + one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param messageKey with {@code value}; empty when the rules say it
     * @param said by the rules, with what to do on its next line
     */
    record Fault(String messageKey, String value, String said) {}
}
