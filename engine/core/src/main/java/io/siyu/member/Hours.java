package io.siyu.member;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a member did something of their own accord in each of the 24 hours of a day, by the clocks where they live.
 *
 * @param counts from midnight on; all are halved before one outgrows a sign, so that habits may change
 */
public record Hours(List<Integer> counts) {
    /** The hours of a day. */
    public static final int DAY = 24;

    /** Nothing is known. */
    public static final Hours NONE = new Hours(Collections.nCopies(DAY, 0));

    private static final int MOST = Character.MAX_RADIX - 1;

    public Hours {
        counts = List.copyOf(counts);
    }

    /** After something done in this hour. */
    public Hours with(int hour) {
        boolean full = counts.get(hour) == MOST;
        List<Integer> next = new ArrayList<>(counts);
        if (full) {
            next.replaceAll(count -> count / 2);
        }
        next.set(hour, next.get(hour) + 1);
        return new Hours(next);
    }

    /** A sign for each hour, as states keep it; empty if nothing is known. */
    public String written() {
        if (equals(NONE)) {
            return "";
        }
        StringBuilder written = new StringBuilder(DAY);
        counts.forEach(count -> written.append(Character.forDigit(count, Character.MAX_RADIX)));
        return written.toString();
    }

    /** What {@link #written} wrote. */
    public static Hours read(String written) {
        return written.length() == DAY
                ? new Hours(written.chars()
                        .mapToObj(sign -> Character.digit(sign, Character.MAX_RADIX))
                        .toList())
                : NONE;
    }
}
