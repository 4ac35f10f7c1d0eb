package io.siyu.rule.drools.sentence;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The words of a sentence with {@code {gaps}}; words stand as they are, a space for any space, a gap for anything.
 *
 * @param text as written
 * @param gaps their names, in order
 * @param pattern matches a whole sentence; one group for each gap
 */
record Key(String text, List<String> gaps, Pattern pattern) {

    /** How a gap is written. */
    static final java.util.regex.Pattern GAP = java.util.regex.Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /** Signs that a dictionary of Drools gives another meaning. */
    private static final String SIGNS = "()[]|*+?^$\\{}";

    Key {
        gaps = List.copyOf(gaps);
    }

    /** The key of a text in which {@link #fault} finds nothing. */
    static Key of(String text) {
        StringBuilder pattern = new StringBuilder();
        List<String> gaps = new ArrayList<>();
        int from = 0;
        for (MatchResult gap : gaps(text)) {
            pattern.append(words(text.substring(from, gap.start()))).append("(.*?)");
            gaps.add(gap.group(1));
            from = gap.end();
        }
        pattern.append(words(text.substring(from)));
        return new Key(text, gaps, Pattern.compile(pattern.toString()));
    }

    /**
     * What keeps a text from being a key.
     *
     * @param offset where in the text
     */
    record Fault(int offset, String wrong, String maybe) {}

    /** The first fault of a text. */
    static Optional<Fault> fault(String text) {
        int from = 0;
        List<String> names = new ArrayList<>();
        for (MatchResult gap : gaps(text)) {
            Optional<Fault> sign = sign(text, from, gap.start());
            if (sign.isPresent()) {
                return sign;
            }
            if (gap.start() == from && from > 0) {
                return Optional.of(
                        new Fault(from, "Between two gaps no word stands.", "write one to tell them apart."));
            }
            names.add(gap.group(1));
            from = gap.end();
        }
        return new HashSet<>(names).size() < names.size()
                ? Optional.of(new Fault(0, "Two gaps have one name.", "give each its own."))
                : sign(text, from, text.length());
    }

    private static Optional<Fault> sign(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                String wrong = "\"" + text.charAt(i) + "\" is no word, and patterns are not read.";
                String maybe = "write words and {gaps} only, and one line for each way to say it.";
                return Optional.of(new Fault(i, wrong, maybe));
            }
        }
        return Optional.empty();
    }

    private static List<MatchResult> gaps(String text) {
        return GAP.matcher(text).results().toList();
    }

    /** A hyphen at the beginning may stand with or without a space behind it. */
    private static String words(String words) {
        boolean hyphen = words.startsWith("-");
        StringBuilder pattern = new StringBuilder(hyphen ? "-\\s*" : "");
        String rest = hyphen ? words.substring(1).stripLeading() : words;
        for (int i = 0; i < rest.length(); i++) {
            boolean space = Character.isWhitespace(rest.charAt(i));
            if (!space) {
                pattern.append(Pattern.quote(rest.substring(i, i + 1)));
            } else if (i == 0 || !Character.isWhitespace(rest.charAt(i - 1))) {
                pattern.append("\\s+");
            }
        }
        return pattern.toString();
    }
}
