package io.siyu.trace.csv;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.playbook.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The columns one source adds to the rows of another, held in memory by key. */
public final class Lookup {

    private final CsvSource.Join join;
    private final List<String> added;
    private final Map<Object, @Nullable String[]> byKey = new HashMap<>();

    private Lookup(CsvSource.Join join, List<String> added) {
        this.join = join;
        this.added = added;
    }

    /** Reads a whole source by the keys of a join; its bad rows and repeated keys are told and left out. */
    public static Lookup read(CsvSource.Join join, CsvRows rows, String file, Consumer<Diagnostic> bad) {
        List<String> added = new ArrayList<>(rows.columns().names());
        added.removeAll(join.there());
        Lookup lookup = new Lookup(join, added);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String fault = row.fault() == null ? lookup.put(row) : row.fault();
            if (fault != null) {
                bad.accept(new Diagnostic(file, row.line(), 0, "import.row", fault));
            }
        }
        return lookup;
    }

    /** Reports key columns neither source has, and added columns the row has already. */
    public static void check(CsvSource.Join join, Columns here, Columns there, Faults faults) {
        missing(join, join.here(), here, faults);
        missing(join, join.there(), there, faults);
        for (String name : there.names()) {
            if (!join.there().contains(name) && here.indexOf(join.prefix() + name) >= 0) {
                faults.add(
                        join.place(),
                        "import.join",
                        "Both sources have a column \"" + join.prefix() + name + "\".\nMaybe add \"prefix: "
                                + join.source() + "_\" to the join.");
            }
        }
    }

    /** The names of the added columns. */
    List<String> names() {
        return added.stream().map(name -> join.prefix() + name).toList();
    }

    /** A row with the added columns, or with a fault when there is no match. */
    Row joined(Row row, Columns wider) {
        Object key = row.key(join.here());
        @Nullable String[] more = key == null ? null : byKey.get(key);
        if (more == null && !join.optional() && row.fault() == null) {
            return row.broken("The source \"" + join.source() + "\" has no row for " + join.here() + " = " + key
                    + ".\nMaybe the file is older than this one; \"optional: true\" keeps such rows.");
        }
        return row.with(wider, more == null ? new String[added.size()] : more);
    }

    private @Nullable String put(Row row) {
        Object key = row.key(join.there());
        if (key == null) {
            return "A key column of " + join.there() + " is empty.\nMaybe delete the row.";
        }
        @Nullable String[] values = added.stream().map(row::get).toArray(String[]::new);
        return byKey.putIfAbsent(key, values) == null
                ? null
                : "The key " + join.there() + " = " + key + " stands twice.\nMaybe delete one of the rows.";
    }

    private static void missing(CsvSource.Join join, List<String> keys, Columns columns, Faults faults) {
        for (String key : keys) {
            if (columns.indexOf(key) < 0) {
                faults.add(
                        join.place(),
                        "import.column",
                        "There is no column \"" + key + "\".\n" + Nearest.maybe(key, columns.names()));
            }
        }
    }
}
