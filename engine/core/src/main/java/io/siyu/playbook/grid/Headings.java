package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The row of a sheet that names its columns.
 *
 * @param row from 0
 * @param columns where each heading stands, from 0
 */
record Headings(int row, Map<Heading, Integer> columns) {

    /** why: plans carry a title and a line or two about themselves above the headings */
    private static final int LOOKED_AT = 10;

    Headings {
        columns = new TreeMap<>(columns);
    }

    static Headings of(Sheet sheet, Faults faults) {
        int row = row(sheet);
        Map<Heading, Integer> columns = new TreeMap<>();
        int width = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < width; column++) {
            String cell = sheet.cell(row, column);
            Optional<Heading> heading = Heading.read(cell);
            if (heading.isPresent()) {
                Integer first = columns.putIfAbsent(heading.get(), column);
                if (first != null) {
                    faults.add(
                            new Place(sheet.name(), row, column).fault("grid.heading-twice", twice(sheet, row, first)));
                }
            } else if (isUsed(sheet, row, column)) {
                faults.add(new Place(sheet.name(), row, column).fault("grid.heading", unknown(cell)));
            }
        }
        Headings headings = new Headings(row, columns);
        headings.missing(sheet, faults);
        return headings;
    }

    boolean has(Heading heading) {
        return columns.containsKey(heading);
    }

    /** What the row says below a heading; empty when there is no such column. */
    String cell(Sheet sheet, int in, Heading heading) {
        Integer column = columns.get(heading);
        return column == null ? "" : sheet.cell(in, column);
    }

    /** Where a fault below a heading is told: its cell, or the whole row when the sheet has no such column. */
    Place place(Sheet sheet, int in, Heading heading) {
        return new Place(sheet.name(), in, columns.getOrDefault(heading, -1));
    }

    /**
     * A cell, or a whole row, to tell a fault of.
     *
     * @param column from 0; -1 for the whole row
     */
    record Place(String sheet, int row, int column) {

        Diagnostic fault(String code, String message) {
            String where = column < 0 ? "Row " + (row + 1) : "Cell " + Sheet.address(row, column);
            return new Diagnostic(sheet, row + 1, column + 1, code, where + ": " + message);
        }
    }

    private static int row(Sheet sheet) {
        return IntStream.range(0, Math.min(LOOKED_AT, sheet.rows().size()))
                .filter(row -> known(sheet, row) >= 2)
                .findFirst()
                .orElse(IntStream.range(0, sheet.rows().size())
                        .filter(row -> sheet.rows().get(row).stream().anyMatch(cell -> !cell.isBlank()))
                        .findFirst()
                        .orElse(0));
    }

    private static long known(Sheet sheet, int row) {
        return sheet.rows().get(row).stream()
                .filter(cell -> Heading.read(cell).isPresent())
                .count();
    }

    private static boolean isUsed(Sheet sheet, int from, int column) {
        return IntStream.range(from, sheet.rows().size())
                .anyMatch(row -> !sheet.cell(row, column).isEmpty());
    }

    private static String unknown(String cell) {
        return cell.isEmpty()
                ? "the column has no heading.\nMaybe name it, or delete it."
                : "no column is called \"" + cell + "\".\n" + Heading.maybe(cell);
    }

    private static String twice(Sheet sheet, int row, int first) {
        return "the column \"" + sheet.cell(row, first) + "\" is there already, in " + Sheet.address(row, first)
                + ".\nMaybe a text needs its language, such as \"text en\".";
    }

    private void missing(Sheet sheet, Faults faults) {
        if (!has(Heading.DAY)) {
            missing(sheet, faults, "day (天)");
        }
        if (!has(Heading.AT) && !has(Heading.WINDOW)) {
            missing(sheet, faults, "time (时间)");
        }
        if (!has(Heading.AUDIENCE)) {
            missing(sheet, faults, "audience (对象)");
        }
        if (columns.keySet().stream().noneMatch(Heading::isText)) {
            missing(sheet, faults, "text (文案)");
        }
    }

    private void missing(Sheet sheet, Faults faults, String what) {
        faults.add(new Place(sheet.name(), row, -1)
                .fault(
                        "grid.column",
                        "no column is called " + what + ".\nMaybe the headings were not copied with the cells."));
    }
}
