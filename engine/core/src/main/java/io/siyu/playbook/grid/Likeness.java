package io.siyu.playbook.grid;

import java.util.Map;
import java.util.TreeMap;

/** How much two texts have in common: pairs of neighbouring characters, which serves words and ideographs alike. */
final class Likeness {

    private static final int WHOLE = 1_000;

    private Likeness() {}

    /** From 0, nothing, to 1000, the same. */
    static int permille(String one, String other) {
        if (one.equals(other)) {
            return one.isEmpty() ? 0 : WHOLE;
        }
        Map<String, Integer> pairs = pairs(one);
        int shared = 0;
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        for (Map.Entry<String, Integer> pair : pairs(other).entrySet()) {
            shared += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
        }
        return all == 0 ? 0 : 2 * WHOLE * shared / all;
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new TreeMap<>();
        for (int at = 0; at + 1 < text.length(); at++) {
            pairs.merge(text.substring(at, at + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
