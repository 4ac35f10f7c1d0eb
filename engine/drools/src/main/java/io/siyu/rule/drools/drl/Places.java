package io.siyu.rule.drools.drl;

import java.util.Arrays;

/** Where what stands in a DRL text was written. */
public interface Places {

    /**
     * The place of what stands between two offsets.
     *
     * @param end behind the last character; may be the start
     */
    Place of(int start, int end);

    /** The places of a text that was written as it stands. */
    static Places asWritten(String drl) {
        int[] lineStarts = lineStarts(drl);
        return (start, end) -> {
            int found = Arrays.binarySearch(lineStarts, start);
            int line = found < 0 ? -found - 2 : found;
            return new Place(line + 1, drl.codePointCount(lineStarts[line], start) + 1);
        };
    }

    private static int[] lineStarts(String drl) {
        int[] starts = new int[1 + (int) drl.chars().filter(c -> c == '\n').count()];
        for (int line = 1; line < starts.length; line++) {
            starts[line] = drl.indexOf('\n', starts[line - 1]) + 1;
        }
        return starts;
    }
}
