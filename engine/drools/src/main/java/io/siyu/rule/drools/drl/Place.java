package io.siyu.rule.drools.drl;

/**
 * A place in a file of rules.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in code points; 0 when the whole line is meant
 */
public record Place(int line, int column) {

    /** The whole file. */
    public static final Place FILE = new Place(0, 0);

    /** The place so many characters further on in a text that begins here and has one line. */
    public Place in(String text, int offset) {
        return new Place(line, column + text.codePointCount(0, offset));
    }
}
