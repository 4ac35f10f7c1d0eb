package io.siyu.event;

import java.util.Locale;
import java.util.Optional;

/** How an entry came into the log. */
public enum EntryKind {
    EVENT,
    LETTER,
    TICK,
    SCAN,
    CONTROL,
    RECEIPT;

    private static final EntryKind[] ALL = values();
    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in recorded traces. */
    public String word() {
        return word;
    }

    /** The kind with this word. */
    public static Optional<EntryKind> of(String word) {
        for (EntryKind kind : ALL) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
