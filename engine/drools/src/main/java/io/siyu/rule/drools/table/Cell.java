package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template.Given;

/**
 * A cell of a table.
 *
 * @param row from 1; also the line of the file
 * @param column from 0
 * @param text without quotes and spaces around
 * @param origin where its characters stand
 */
record Cell(int row, int column, String text, Origin origin) {

    /** Where it begins. */
    Place place() {
        return origin.of(0);
    }

    Given given() {
        return new Given(text, origin);
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /** Whether it continues the cell to its left, which is how CSV writes merged cells. */
    boolean isMerged() {
        return text.endsWith("...");
    }

    /** A part of it, without spaces around. */
    Cell part(int from, int to) {
        String part = text.substring(from, to);
        int start = from + part.length() - part.stripLeading().length();
        return new Cell(row, column, part.strip(), offset -> origin.of(start + offset));
    }

    /** As spreadsheets call it: {@code C7}. */
    String name() {
        return letters(column) + row;
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
