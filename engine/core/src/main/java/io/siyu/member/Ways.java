package io.siyu.member;

import java.util.Map;

/**
 * How far a campaign's proposals have come in one partition, each counted where it happens: {@value #PROPOSED} once, then
 * {@value #HELD} while it is held, and in the end {@value #DROPPED} or {@value #PASSED}.
 *
 * @param counts by {@code campaign/step/act/word}; the act is {@value #MESSAGE} for what sends one, else the action. Absent
 *     means none
 */
public record Ways(Map<String, Long> counts) {
    /** Nothing proposed yet. */
    public static final Ways NONE = new Ways(SortedByText.none());

    /** The act of all that sends a message. */
    public static final String MESSAGE = "message";

    public static final String PROPOSED = "proposed";
    public static final String HELD = "held";
    public static final String DROPPED = "dropped";
    public static final String PASSED = "passed";

    public Ways {
        counts = SortedByText.of(counts);
    }

    /** What its counts are kept under; without a step it is about entering the campaign. */
    public static String row(String campaign, String step, String act) {
        return campaign + "/" + step + "/" + act;
    }

    /** With one more. */
    public Ways plus(String row, String word) {
        String key = row + "/" + word;
        Long before = counts.get(key);
        return new Ways(SortedByText.of(counts).with(key, before == null ? 1L : before + 1));
    }

    /** With one less. */
    public Ways minus(String row, String word) {
        String key = row + "/" + word;
        Long before = counts.get(key);
        SortedByText<Long> now = SortedByText.of(counts);
        return new Ways(before == null || before == 1 ? now.without(key) : now.with(key, before - 1));
    }
}
