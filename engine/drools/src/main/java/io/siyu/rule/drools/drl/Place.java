package io.siyu.rule.drools.drl;

/**
 * A place in a DRL file.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in code points; 0 when the whole line is meant
 */
record Place(int line, int column) {

    /** The whole file. */
    static final Place FILE = new Place(0, 0);

    /** The place of a character. */
    static Place of(String drl, int offset) {
        int lineStart = drl.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) drl.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(line, drl.codePointCount(lineStart, offset) + 1);
    }
}
