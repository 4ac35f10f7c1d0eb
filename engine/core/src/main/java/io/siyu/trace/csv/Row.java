package io.siyu.trace.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source.
 *
 * @param columns what the values are called
 * @param line line of the file where the row starts, from 1
 * @param values one per column, null when absent; fewer when the row is broken
 * @param fault why the row cannot be used, or null
 */
@SuppressWarnings("ArrayRecordComponent") // why: rows are handed on, never compared
public record Row(
        Columns columns,
        int line,
        @Nullable String[] values,
        @Nullable String fault) {

    /** The value of a column, or null when it is absent in this row or the row has no such column. */
    public @Nullable String get(String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= values.length ? null : values[at];
    }

    /** Every column with its value, absent ones included. */
    public Map<String, @Nullable String> byName() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        columns.names().forEach(name -> all.put(name, get(name)));
        return all;
    }

    /** The values of key columns, usable as a map key; null when one is absent. */
    public @Nullable Object key(List<String> keys) {
        String[] parts = new String[keys.size()];
        for (int i = 0; i < parts.length; i++) {
            String part = get(keys.get(i));
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return parts.length == 1 ? parts[0] : Arrays.asList(parts);
    }

    Row broken(String reason) {
        return new Row(columns, line, values, reason);
    }

    Row with(Columns wider, @Nullable String[] more) {
        @Nullable String[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return new Row(wider, line, all, fault);
    }
}
