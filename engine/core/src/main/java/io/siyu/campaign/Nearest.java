package io.siyu.campaign;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word an author most likely meant by an unknown one. */
public final class Nearest {

    private Nearest() {}

    /** The closest of {@code known} by edit distance, ignoring case; empty when none is close enough to be meant. */
    public static Optional<String> to(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3) + 1;
        String best = null;
        for (String candidate : known) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < limit) {
                best = candidate;
                limit = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The last line of a message: the nearest known word, or all of them when none is near. */
    public static String maybe(String word, Collection<String> known) {
        return maybe(word, known, "one of these was meant: " + String.join(", ", known) + ".");
    }

    /** The last line of a message: the nearest known word, or what else to do when none is near. */
    public static String maybe(String word, Collection<String> known, String otherwise) {
        return to(word, known).map(near -> "Maybe \"" + near + "\" was meant.").orElse("Maybe " + otherwise);
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
