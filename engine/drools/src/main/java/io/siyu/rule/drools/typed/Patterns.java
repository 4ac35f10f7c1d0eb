package io.siyu.rule.drools.typed;

import com.google.re2j.Pattern;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Regular expressions of a bounded size: their time is linear in a text by RE2, and their length and repetitions here. */
final class Patterns {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_REPEATED = 1_000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    private Patterns() {}

    /**
     * A pattern that is read by RE2/J.
     *
     * @throws IllegalArgumentException if it is too large; its message says why
     */
    static Pattern compile(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The pattern is longer than 500 characters.");
        }
        // why: counted repetitions are written out when a pattern is compiled, one inside another multiplied
        long repeated = 1;
        Matcher counted = COUNTED.matcher(pattern);
        while (counted.find()) {
            repeated *= Math.max(1, Math.max(number(counted.group(1)), number(counted.group(2))));
            if (repeated > MAX_REPEATED) {
                throw new IllegalArgumentException("The pattern's repetitions come to more than 1,000.");
            }
        }
        return Pattern.compile(pattern);
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
