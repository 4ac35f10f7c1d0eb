package io.siyu.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one proposal and why.
 *
 * @param reason code of the guard that decided, such as {@code quiet.hours}; empty for a send
 * @param until end of a hold
 * @param ref what the guard measured against, such as the cap; empty if nothing
 * @param shadow what later guards would have said: their reason codes, in guard order
 * @param by who won what this one lost by waiting for others; empty if nobody
 */
public record Ruling(
        Verdict verdict, String reason, @Nullable Instant until, String ref, List<String> shadow, String by) {

    /** No guard objects. */
    public static final Ruling SEND = new Ruling(Verdict.SEND, "", null, "", List.of());

    public Ruling {
        shadow = List.copyOf(shadow);
    }

    /** One that nobody won anything by. */
    public Ruling(Verdict verdict, String reason, @Nullable Instant until, String ref, List<String> shadow) {
        this(verdict, reason, until, ref, shadow, "");
    }

    /** Not at all, for {@code reason}. */
    public static Ruling drop(Reason reason, String ref) {
        return new Ruling(Verdict.DROP, reason.code(), null, ref, List.of());
    }

    /** Not at all, for the reason of this code. */
    public static Ruling drop(String code, String ref) {
        return new Ruling(Verdict.DROP, known(code), null, ref, List.of());
    }

    /** Not before {@code until}. */
    public static Ruling hold(Reason reason, Instant until, String ref) {
        return new Ruling(Verdict.HOLD, reason.code(), until, ref, List.of());
    }

    private static String known(String code) {
        if (Reason.of(code).isEmpty()) {
            throw new IllegalArgumentException(
                    "The reason (" + code + ") is unknown.\nMaybe it has no place in the list of reasons yet.");
        }
        return code;
    }

    Ruling shadowing(List<String> later) {
        return later.isEmpty() ? this : new Ruling(verdict, reason, until, ref, later, by);
    }

    Ruling wonBy(String winner) {
        return winner.isEmpty() ? this : new Ruling(verdict, reason, until, ref, shadow, winner);
    }

    /** A hold that ends at {@code at} instead. */
    Ruling until(Instant at) {
        return new Ruling(verdict, reason, at, ref, shadow, by);
    }

    /** Whether nothing further follows for this proposal. */
    public boolean isFinal() {
        return verdict != Verdict.HOLD;
    }
}
