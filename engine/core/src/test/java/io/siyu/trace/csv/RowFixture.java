package io.siyu.trace.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows for tests of what is made of them. */
public final class RowFixture {

    private RowFixture() {}

    /** A row with these columns; an empty text is absent. */
    public static Row row(Map<String, String> values) {
        List<String> names = new ArrayList<>(values.keySet());
        String[] fields = names.stream()
                .map(values::get)
                .map(value -> value.isEmpty() ? null : value)
                .toArray(String[]::new);
        return new Row(new Columns(names), 2, fields, null);
    }
}
