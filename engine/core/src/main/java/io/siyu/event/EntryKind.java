package io.siyu.event;

import java.util.Locale;

/** How an entry came into the log. */
public enum EntryKind {
    EVENT,
    LETTER,
    TICK,
    SCAN,
    CONTROL,
    RECEIPT;

    /** The word used in recorded traces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
