package io.siyu.web.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where one version of a campaign stands. The first three are of a draft and kept; those from {@link #SCHEDULED} to
 * {@link #ENDED} are of what is in force and derived from it.
 */
public enum Stage {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    SCHEDULED,
    LIVE,
    PAUSED,
    ENDED,
    ARCHIVED,
    DISCARDED;

    /** As files, answers, addresses and message keys write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name in the message bundles. */
    public String messageKey() {
        return "stage." + word();
    }

    /** Whether the house decides by this version, or did. */
    public boolean isInForce() {
        return compareTo(SCHEDULED) >= 0 && compareTo(ARCHIVED) <= 0;
    }

    /** How screens colour it: as what sends, what waits, or what is over. */
    public String colour() {
        return switch (this) {
            case LIVE, APPROVED -> "send";
            case DRAFT, IN_REVIEW, SCHEDULED, PAUSED -> "hold";
            case ENDED, ARCHIVED, DISCARDED -> "drop";
        };
    }
}
