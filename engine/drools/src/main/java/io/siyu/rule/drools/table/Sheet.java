package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cells of a file. */
final class Sheet {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_COLUMNS = 100;
    private static final int MAX_CELL = 1_000;

    private final List<List<Cell>> rows = new ArrayList<>();
    private final Set<Integer> unreadable = new HashSet<>();

    /** Takes in the rows of a CSV file, as far as it is one. */
    void readCsv(String csv, DrlFaults faults) {
        List<String> lines = csv.lines().toList();
        if (lines.size() > MAX_ROWS) {
            String wrong = "The table has more than 5,000 rows.";
            faults.add(Place.FILE, "table.too-many", wrong, "split it into several files.");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            // why: spreadsheets begin a file in UTF-8 with a mark that is no part of the first cell
            boolean marked = i == 0 && lines.get(i).startsWith("\uFEFF");
            readRow(marked ? lines.get(i).substring(1) : lines.get(i), faults);
        }
    }

    private void readRow(String line, DrlFaults faults) {
        int before = faults.size();
        List<Cell> cells = CsvLine.read(rows.size() + 1, line, MAX_COLUMNS + 1, faults);
        if (cells.size() > MAX_COLUMNS) {
            Place place = cells.get(MAX_COLUMNS).place();
            faults.add(place, "table.too-many", "A table has at most 100 columns.", "write several tables.");
        }
        rows.add(cells.subList(0, Math.min(cells.size(), MAX_COLUMNS)));
        row(rows.size() - 1).forEach(cell -> check(cell, faults));
        if (faults.size() > before) {
            unreadable.add(rows.size() - 1);
        }
    }

    /** Whether a row, counted from 0, has a fault that makes any other told of it a guess. */
    boolean isUnreadable(int index) {
        return unreadable.contains(index);
    }

    private static void check(Cell cell, DrlFaults faults) {
        if (cell.text().length() > MAX_CELL) {
            String wrong = "The cell has more than 1,000 characters.";
            faults.add(cell.place(), "table.too-long", wrong, "ask for a tag instead of a long list.");
        } else if (cell.text().indexOf('\uFFFD') >= 0) {
            String wrong = "The cell has characters that are not UTF-8.";
            faults.add(cell.place(), "table.csv", wrong, "save the table as \"CSV UTF-8\".");
        } else if (cell.text().startsWith("=")
                || cell.text().startsWith("@")
                || cell.text().startsWith("+")) {
            String wrong = "A cell holds a value, not a formula.";
            faults.add(cell.place(), "table.formula", wrong, "write the value itself.");
        }
    }

    int rows() {
        return rows.size();
    }

    /** The cells of a row, counted from 0; none behind the last one. */
    List<Cell> row(int index) {
        return index < rows.size() ? rows.get(index) : List.of();
    }

    /** The cells of a row from a column on that say something. */
    List<Cell> filled(int index, int fromColumn) {
        return row(index).stream()
                .filter(cell -> cell.column() >= fromColumn && !cell.isBlank())
                .toList();
    }

    /** The cell at a place, or the last one before it in its row. */
    List<Cell> at(Place place) {
        List<Cell> before = row(place.line() - 1).stream()
                .filter(cell -> cell.place().column() <= place.column())
                .toList();
        return before.isEmpty() ? before : before.subList(before.size() - 1, before.size());
    }
}
