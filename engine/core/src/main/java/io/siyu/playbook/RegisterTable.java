package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.playbook.CsvFile.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table with a row for each thing of a kind, such as {@code stores.csv}: a header, ids that stand once, and columns of the house's own. */
final class RegisterTable {

    private final String file;
    private final String key;
    private final List<String> known;
    private final Faults faults;
    private final Map<String, Integer> lines = new TreeMap<>();
    private List<String> columns = List.of();

    /**
     * A table of a file.
     *
     * @param known its columns; the first is that of the ids, and names what a row is
     */
    RegisterTable(String file, List<String> known, Faults faults) {
        this.file = file;
        this.key = known.get(0);
        this.known = known;
        this.faults = faults;
    }

    /** A row that has an id. */
    final class Row {
        private final List<Cell> cells;

        private Row(List<Cell> cells) {
            this.cells = cells;
        }

        String text(String column) {
            int index = columns.indexOf(column);
            return index < 0 || index >= cells.size() ? "" : cells.get(index).text();
        }

        /** Tells a fault at the cell of a column, or where the row ends when it has none. */
        void fault(String column, String code, String message) {
            RegisterTable.this.fault(
                    cells.get(Math.max(0, Math.min(cells.size() - 1, columns.indexOf(column)))), code, message);
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Reader {
        void read(String id, Row row);
    }

    /** Hands over the rows whose ids are sound. */
    void read(byte[] bytes, Reader reader) {
        CsvFile.read(file, bytes, faults, cells -> {
            if (columns.isEmpty()) {
                header(cells);
            } else if (columns.contains(key)) {
                row(cells, reader);
            }
        });
    }

    private void header(List<Cell> cells) {
        List<String> names = new ArrayList<>();
        for (Cell cell : cells) {
            String name = cell.text();
            if (names.contains(name)) {
                fault(cell, "column", "The column \"" + name + "\" stands twice.\nMaybe delete one of them.");
            } else if (!known.contains(name)) {
                // why: a house may keep more about its stores here, but a mistyped column would be lost in silence
                Nearest.to(name, known)
                        .ifPresent(near -> fault(
                                cell,
                                "column",
                                "The column \"" + name + "\" is not read.\nMaybe \"" + near + "\" was meant."));
            }
            names.add(name);
        }
        columns = names;
        if (!names.contains(key)) {
            fault(
                    cells.get(0),
                    "column",
                    "There is no column \"" + key + "\" with the ids.\nMaybe begin with the line \""
                            + String.join(",", known) + "\".");
        }
    }

    private void row(List<Cell> cells, Reader reader) {
        Row row = new Row(cells);
        String id = row.text(key);
        if (id.isEmpty()) {
            fault(cells.get(0), "id", "The row names no " + key + ".\nMaybe write its id, or delete the row.");
            return;
        }
        Integer first = lines.putIfAbsent(id, cells.get(0).line());
        if (first != null) {
            fault(
                    cells.get(0),
                    "duplicate",
                    "The " + key + " \"" + id + "\" is in line " + first + " already.\nMaybe delete one of the two.");
            return;
        }
        reader.read(id, row);
    }

    private void fault(Cell cell, String code, String message) {
        faults.add(new Diagnostic(file, cell.line(), cell.column(), key + "s." + code, message));
    }
}
