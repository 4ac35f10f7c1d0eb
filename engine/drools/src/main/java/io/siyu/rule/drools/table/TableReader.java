package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.RuleText;
import io.siyu.rule.drools.drl.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes rules of the decision tables in a CSV file, or in a workbook that was read as one. */
public final class TableReader {

    private static final String START = "ruletable";
    private static final String WORKBOOK = ".xlsx";
    private static final int MAX_DRL = 1_000_000;
    private static final Set<String> KNOWN = Set.of("ruleset", "notes");
    private static final Map<String, String> INSTEAD = Map.of(
            "import", "leave the row out; the catalogue is known in every rule.",
            "variables", "leave the row out; the catalogue is known in every rule.",
            "declare", "leave the row out; a type of your own stands in catalogue.yaml.",
            "functions", "leave the row out; use a helper of the catalogue, ./siyu facts.",
            "queries", "leave the row out; use a helper of the catalogue, ./siyu facts.",
            "sequential", "leave the row out; rules have no order, PRIORITY ranks proposals.",
            "escapequotes", "leave the row out; a cell holds no quotes.");

    private final DrlFaults faults;
    private final MadeDrl made = new MadeDrl();
    private final Map<Integer, Map<Integer, String>> labels = new HashMap<>();
    private final Set<Integer> broken = new HashSet<>();
    private final Sheet sheet = new Sheet();

    private TableReader(String file) {
        faults =
                file.endsWith(WORKBOOK) ? new DrlFaults(file, this::told, this::cell) : new DrlFaults(file, this::told);
    }

    /** The rules of a file. */
    public static RuleText read(String file, String csv) {
        TableReader reader = new TableReader(file);
        reader.sheet.readCsv(csv, reader.faults);
        reader.readAll();
        return new RuleText(reader.made.drl(), reader.faults, reader.broken);
    }

    /** How people call a place: {@code Row 7, cell C7 (column "total"): }. */
    private String told(Place place) {
        if (place.line() == 0) {
            return "";
        }
        String row = "Row " + place.line();
        return sheet.at(place).stream()
                .map(cell -> row + ", cell " + cell.name() + labelled(cell) + ": ")
                .findFirst()
                .orElse(row + ": ");
    }

    /** The row and the number of the column: a workbook has no characters to count. */
    private Place cell(Place place) {
        return sheet.at(place).stream()
                .map(cell -> new Place(place.line(), cell.column() + 1))
                .findFirst()
                .orElse(place);
    }

    private String labelled(Cell cell) {
        String label = labels.getOrDefault(cell.row(), Map.of()).getOrDefault(cell.column(), "");
        return label.isEmpty() ? "" : " (column \"" + label + "\")";
    }

    private void readAll() {
        int row = 0;
        List<Cell> outside = new ArrayList<>();
        boolean found = false;
        while (row < sheet.rows()) {
            List<Cell> cells = sheet.filled(row, 0);
            Optional<Cell> start = start(cells);
            found |= start.isPresent();
            row = start.isPresent() ? table(start.get()) : row + 1;
            cells.stream().limit(start.isPresent() ? 0 : 1).forEach(outside::add);
        }
        if (found) {
            outside.forEach(this::outside);
        } else if (faults.size() == 0) {
            String maybe = "a cell \"RuleTable\" with a name is missing, or cells are not divided by commas.";
            faults.add(Place.FILE, "table.none", "The file has no decision table.", maybe);
        }
    }

    private static Optional<Cell> start(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.text().toLowerCase(Locale.ROOT).startsWith(START))
                .findFirst();
    }

    private void outside(Cell cell) {
        String word = cell.text().toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(word) && !word.startsWith("//") && !word.startsWith("#")) {
            String wrong = "\"" + cell.text() + "\" stands outside a table and is not read.";
            String maybe = INSTEAD.getOrDefault(word, "an empty row ended the table; remarks start with \"//\".");
            faults.add(cell.place(), "table.outside", wrong, maybe);
        }
    }

    /** Reads a table and tells the index of the row behind it. */
    private int table(Cell start) {
        for (Cell cell : sheet.filled(start.row() - 1, start.column() + 1)) {
            String wrong = "Beside \"RuleTable\" nothing else is read.";
            faults.add(cell.place(), "table.outside", wrong, "a second table was meant; write it below the first.");
        }
        Cell name = start.part(START.length(), start.text().length());
        if (name.isBlank() || !Template.isText(name.given(), faults)) {
            String wrong = "The table has no name that rules can be called by.";
            faults.add(start.place(), "table.name", wrong, "write RuleTable and a name behind it.");
        }
        Header header = new Header(sheet, start, faults);
        int row = header.end();
        List<Cell> cells = sheet.filled(row, start.column());
        if (cells.isEmpty() || start(cells).isPresent()) {
            faults.add(start.place(), "table.empty", "The table has no rows.", "its rows begin five rows below.");
        }
        boolean reading = header.isReadable();
        while (!cells.isEmpty() && start(cells).isEmpty()) {
            labels.put(row + 1, header.labels());
            if (reading && !sheet.isUnreadable(row)) {
                reading = rule(name, header, cells);
            }
            cells = sheet.filled(++row, start.column());
        }
        return row;
    }

    /** Reads a row; false if the table has become too long to read on. */
    private boolean rule(Cell table, Header header, List<Cell> cells) {
        int before = faults.size();
        int length = made.length();
        boolean whole = new Row(header, cells, made, faults).write(table) && header.isSound();
        boolean ends = made.length() > MAX_DRL;
        if (ends) {
            String wrong = "Up to here the table comes to more than 1,000,000 characters of rules.";
            faults.add(cells.get(0).place(), "table.too-long", wrong, "split it into several files.");
            whole = false;
        }
        if (!whole) {
            made.cut(length);
        }
        if (faults.size() > before) {
            broken.add(cells.get(0).row());
        }
        return !ends;
    }
}
