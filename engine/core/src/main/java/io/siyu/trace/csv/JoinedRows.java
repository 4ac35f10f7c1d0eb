package io.siyu.trace.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one source with the columns of its lookups. */
public final class JoinedRows implements AutoCloseable {

    private final CsvRows rows;
    private final List<Lookup> lookups;
    private final List<Columns> widths = new ArrayList<>();

    public JoinedRows(CsvRows rows, List<Lookup> lookups) {
        this.rows = rows;
        this.lookups = List.copyOf(lookups);
        Columns columns = rows.columns();
        for (Lookup lookup : lookups) {
            columns = columns.and(lookup.names());
            widths.add(columns);
        }
    }

    /** The columns of the file followed by those of each lookup. */
    public Columns columns() {
        return widths.isEmpty() ? rows.columns() : widths.get(widths.size() - 1);
    }

    /** The next row, or null at the end. */
    public @Nullable Row next() {
        Row row = rows.next();
        for (int i = 0; row != null && row.fault() == null && i < widths.size(); i++) {
            row = lookups.get(i).joined(row, widths.get(i));
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
