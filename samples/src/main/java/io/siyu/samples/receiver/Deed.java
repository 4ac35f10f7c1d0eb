package io.siyu.samples.receiver;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a receiver does with a message. */
public enum Deed {
    /** Takes it and says so. */
    ACCEPT,
    /** Takes it, waits and says so. */
    SLOW,
    /** Refuses it with a status. */
    REFUSE,
    /** Takes it and says nothing until the sender hangs up. */
    HANG,
    /** Breaks the connection before it has read the body; it takes nothing. */
    RESET_BEFORE,
    /** Takes it and breaks the connection. */
    RESET_AFTER,
    /** Forgets every token it gave out and refuses the message as unauthorized. */
    EXPIRE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word used in scripts. */
    public String word() {
        return word;
    }

    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Deed::word).collect(Collectors.joining(", "));
    }
}
