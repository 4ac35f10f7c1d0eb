package io.siyu.campaign;

import java.util.Comparator;

/**
 * A fault at a place in a file people wrote.
 *
 * @param file path of the file as its author knows it, relative to the playbook where there is one
 * @param line line from 1; 0 when the whole file is meant
 * @param column column of the first character from 1, in code points; 0 when the whole line is meant
 * @param code stable name of the kind of fault, such as {@code yaml.unknown-key}
 * @param message what is wrong, and on a last line that starts with "Maybe" what to do
 */
public record Diagnostic(String file, int line, int column, String code, String message)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "The place (" + line + ":" + column + ") of a diagnostic must not be negative.");
        }
    }

    /** Orders by file, line and column, the order in which a person repairs them. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code file:line:column: message}, the form editors make clickable; parts that are 0 are left out. */
    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + ": " + message;
    }
}
