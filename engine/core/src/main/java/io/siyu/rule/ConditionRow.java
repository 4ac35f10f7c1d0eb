package io.siyu.rule;

import java.util.List;

/**
 * One condition as a row of a form: field, comparison, values. Values are as people type them, so a wrong one can stand
 * here too.
 *
 * @param field its path, such as {@code total} or {@code member.ordersIn}
 * @param arguments what stands in its parentheses, such as {@code 30d}; empty for a plain field
 * @param values what it is compared with: none, one, or several for a list
 */
public record ConditionRow(String field, List<String> arguments, Comparing comparing, List<String> values) {
    public ConditionRow {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    /** A row about a plain field. */
    public static ConditionRow of(String field, Comparing comparing, String... values) {
        return new ConditionRow(field, List.of(), comparing, List.of(values));
    }

    /** The first value; empty when there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }
}
