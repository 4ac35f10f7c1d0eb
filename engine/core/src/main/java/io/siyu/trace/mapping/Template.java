package io.siyu.trace.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Text with columns in braces: {@code c{campaign_id}-{household_id}}; a doubled brace is a brace.
 *
 * @param texts the literal texts around the columns, one more than there are columns
 * @param columns the columns in order
 */
record Template(List<String> texts, List<String> columns) {

    Template {
        texts = List.copyOf(texts);
        columns = List.copyOf(columns);
    }

    /** Reads a template; an unclosed brace is an {@link IllegalArgumentException}. */
    static Template of(String text) {
        List<String> texts = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (c == '{' && !doubled) {
                int close = text.indexOf('}', i);
                if (close < i + 2) {
                    throw new IllegalArgumentException(
                            "a brace is not closed around a column name.\nMaybe write {column}, or {{ for a brace.");
                }
                texts.add(literal.toString());
                literal.setLength(0);
                columns.add(text.substring(i + 1, close));
                i = close;
            } else {
                literal.append(c);
                i += (c == '{' || c == '}') && doubled ? 1 : 0;
            }
        }
        texts.add(literal.toString());
        return new Template(texts, columns);
    }

    /** The text with each column's value, or null when one of them is absent. */
    @Nullable
    String fill(Function<String, @Nullable String> value) {
        if (columns.isEmpty()) {
            return texts.get(0);
        }
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < columns.size(); i++) {
            String part = value.apply(columns.get(i));
            if (part == null) {
                return null;
            }
            filled.append(part).append(texts.get(i + 1));
        }
        return filled.toString();
    }
}
