package io.siyu.dispatch;

import io.siyu.campaign.Purpose;
import java.util.Locale;

/** A queue of the outbox of its own, so that what is urgent never waits behind what is not. */
public enum Lane {
    /** The house's own alarms. */
    URGENT,
    SERVICE,
    MARKETING;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The lane of messages with this purpose. */
    public static Lane of(Purpose purpose) {
        return purpose == Purpose.MARKETING ? MARKETING : SERVICE;
    }

    /** Reads what {@link #word()} wrote. */
    public static Lane parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word used in keys and screens. */
    public String word() {
        return word;
    }
}
