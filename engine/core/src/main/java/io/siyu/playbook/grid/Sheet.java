package io.siyu.playbook.grid;

import java.util.List;

/**
 * Cells of a spreadsheet: rows of texts, as far as each row goes.
 *
 * @param name how messages call it, such as the file's name
 */
public record Sheet(String name, List<List<String>> rows) {

    /** Most rows of a sheet. */
    public static final int MOST_ROWS = 1_000;

    /** Most columns of a sheet. */
    public static final int MOST_COLUMNS = 50;

    /** Most characters of a cell. */
    public static final int MOST_CHARACTERS = 5_000;

    private static final int LETTERS = 26;

    public Sheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The cell's text without space around it; empty outside of what is written. */
    String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** How spreadsheets call a cell, such as {@code C4}. */
    static String address(int row, int column) {
        return letters(column) + (row + 1);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
