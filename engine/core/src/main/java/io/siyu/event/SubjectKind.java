package io.siyu.event;

import java.util.Locale;
import java.util.Optional;

/** The kinds of things that have state and an order of events. */
public enum SubjectKind {
    MEMBER,
    COMMUNITY,
    STAFF,
    STORE,
    CAMPAIGN,
    /** One staff-confirmed send. */
    PUSH,
    /** An account-wide limit that lends blocks to partitions. */
    QUOTA,
    RETAILER,
    /** Addresses the state of one partition itself, as {@code partition/07}; used by the house only. */
    PARTITION;

    private static final SubjectKind[] ALL = values();
    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in subjects, keys and files. */
    public String word() {
        return word;
    }

    /** The kind with this word. */
    public static Optional<SubjectKind> of(String word) {
        for (SubjectKind kind : ALL) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
