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
 */
public record Ruling(
        Verdict verdict, String reason, @Nullable Instant until, String ref, List<String> shadow) {

    /** No guard objects. */
    public static final Ruling SEND = new Ruling(Verdict.SEND, "", null, "", List.of());

    public Ruling {
        shadow = List.copyOf(shadow);
    }

    /** Not at all, for {@code reason}. */
    public static Ruling drop(String reason, String ref) {
        return new Ruling(Verdict.DROP, reason, null, ref, List.of());
    }

    /** Not before {@code until}. */
    public static Ruling hold(String reason, Instant until, String ref) {
        return new Ruling(Verdict.HOLD, reason, until, ref, List.of());
    }

    Ruling shadowing(List<String> later) {
        return later.isEmpty() ? this : new Ruling(verdict, reason, until, ref, later);
    }

    /** Whether nothing further follows for this proposal. */
    public boolean isFinal() {
        return verdict != Verdict.HOLD;
    }
}
