package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Place;
import java.util.ArrayList;
import java.util.List;

/** Cuts one line of CSV into cells. */
final class CsvLine {

    private final int row;
    private final String line;
    private final DrlFaults faults;
    private final List<Cell> cells = new ArrayList<>();
    private int at;
    private int counted;
    private int columns;

    private CsvLine(int row, String line, DrlFaults faults) {
        this.row = row;
        this.line = line;
        this.faults = faults;
    }

    /**
     * The cells of a line, from the left.
     *
     * @param most cells that are read; what stands behind them is not looked at
     */
    static List<Cell> read(int row, String line, int most, DrlFaults faults) {
        CsvLine reader = new CsvLine(row, line, faults);
        do {
            reader.cell();
        } while (reader.at++ < line.length() && reader.cells.size() < most);
        return reader.cells;
    }

    private void cell() {
        if (at < line.length() && line.charAt(at) == '"') {
            quoted();
            return;
        }
        int end = line.indexOf(',', at);
        int from = at;
        at = end < 0 ? line.length() : end;
        add(line.substring(from, at), positions(from, at));
    }

    private void quoted() {
        int open = at++;
        StringBuilder text = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        while (at < line.length() && (line.charAt(at) != '"' || line.startsWith("\"\"", at))) {
            offsets.add(at);
            text.append(line.charAt(at));
            at += line.charAt(at) == '"' ? 2 : 1;
        }
        if (at >= line.length()) {
            faults.add(
                    place(open),
                    "table.csv",
                    "The cell that starts here is not closed on its line.",
                    "a closing \" is missing; a cell has one line.");
        } else if (at + 1 < line.length() && line.charAt(at + 1) != ',') {
            faults.add(
                    place(at + 1),
                    "table.csv",
                    "Behind a cell in quotes a comma must follow.",
                    "a quote inside was meant; it is written twice: \"\".");
        }
        int end = line.indexOf(',', Math.min(at, line.length()));
        offsets.add(at);
        at = end < 0 ? line.length() : end;
        add(text.toString(), offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    private int[] positions(int from, int to) {
        int[] positions = new int[to - from + 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = from + i;
        }
        return positions;
    }

    /** @param positions where in the line each character of the text stands, and its end */
    private void add(String text, int[] positions) {
        int start = text.length() - text.stripLeading().length();
        // why: counting from the start of the line for each cell would take the square of its length
        columns += line.codePointCount(counted, positions[0]);
        counted = positions[0];
        int begin = counted;
        int before = columns;
        cells.add(new Cell(
                row,
                cells.size(),
                text.strip(),
                offset -> new Place(row, before + line.codePointCount(begin, positions[start + offset]) + 1)));
    }

    private Place place(int offset) {
        return new Place(row, line.codePointCount(0, offset) + 1);
    }
}
