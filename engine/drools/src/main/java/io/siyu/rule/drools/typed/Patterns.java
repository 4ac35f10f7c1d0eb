package io.siyu.rule.drools.typed;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Regular expressions of a bounded size: their time is linear in a text by RE2, and their length and repetitions here. */
final class Patterns {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_REPEATED = 1_000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    /** What patterns of Java have and those of RE2 have not, each with what to write instead. */
    private static final Map<String, String> JAVA_ONLY = javaOnly();

    private Patterns() {}

    private static Map<String, String> javaOnly() {
        Map<String, String> known = new LinkedHashMap<>();
        String ahead = "say it in two comparisons: matches \"…\" and not matches \"…\"; RE2 has no look-ahead.";
        known.put("(?=", ahead);
        known.put("(?!", ahead);
        String behind = "say it in two comparisons: matches \"…\" and not matches \"…\"; RE2 has no look-behind.";
        known.put("(?<=", behind);
        known.put("(?<!", behind);
        known.put("(?>", "write a plain group, ( … ): RE2 never goes back, so nothing is gained.");
        for (String possessive : List.of("++", "*+", "?+", "}+")) {
            known.put(possessive, "leave out the second sign: RE2 never goes back, so nothing is gained.");
        }
        known.put("\\p{In", "write the characters' range, such as [\u4e00-\u9fff], or a script: \\\\p{Han}.");
        known.put("&&", "write the class out, such as [a-z0-9].");
        return known;
    }

    /** What to write in place of a pattern that RE2 does not read. */
    static String instead(String pattern) {
        for (Map.Entry<String, String> habit : JAVA_ONLY.entrySet()) {
            if (pattern.contains(habit.getKey())) {
                return habit.getValue();
            }
        }
        return pattern.matches("(?s).*\\\\[1-9k].*")
                ? "write what the group may be once more; RE2 has no back references."
                : "a bracket is open, or a sign that means something lacks its \\\\ before it.";
    }

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
