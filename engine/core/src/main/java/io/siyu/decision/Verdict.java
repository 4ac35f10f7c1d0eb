package io.siyu.decision;

import java.util.Locale;

/** What guards made of a proposal. */
public enum Verdict {
    /** Goes out now. Final. */
    SEND,
    /** Waits until a given instant, then the guards look again. */
    HOLD,
    /** Does not go out, for the reason given. Final. */
    DROP;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in decision lines. */
    public String word() {
        return word;
    }
}
