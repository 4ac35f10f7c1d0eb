package io.siyu.dispatch;

import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.Delivery.Rejected;
import io.siyu.dispatch.Outcome.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * How long a message that is refused for now is tried again: pauses double from the first to the longest, each
 * shortened by up to half, by a hash of the message and the attempt. All times are real ones.
 *
 * @param attempts most times a vendor is asked for one message
 * @param age most time from the first refusal to the last attempt
 */
public record Patience(Duration first, Duration longest, int attempts, Duration age) {

    /** Lives through a vendor's bad night. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(1), Duration.ofMinutes(15), 50, Duration.ofHours(24));

    private static final int DOUBLINGS = 30;

    public Patience {
        if (first.isNegative() || longest.compareTo(first) < 0 || attempts < 1 || age.isNegative()) {
            throw new IllegalArgumentException(
                    "The pauses (" + first + " to " + longest + "), attempts (" + attempts + ") and age (" + age
                            + ") of a retry do not fit.\nMaybe the longest pause is shorter than the first.");
        }
    }

    /** What becomes of a claim its channel refused: it waits, or nothing helps any more. */
    Outcome after(Claim claim, Rejected rejected) {
        Fault fault = rejected.fault();
        int asked = claim.tries().asked() + (fault.asked() ? 1 : 0);
        if (!fault.again()) {
            return new Outcome(claim, Result.FAILED, rejected.reason(), asked, Duration.ZERO, fault);
        }
        Duration wait = pause(claim.message().id(), Math.max(asked, 1));
        if (rejected.retryAfter() != null && rejected.retryAfter().compareTo(wait) > 0) {
            wait = rejected.retryAfter();
        }
        boolean over = asked >= attempts || claim.tries().age().plus(wait).compareTo(age) > 0;
        return over
                ? new Outcome(claim, Result.FAILED, "gave.up: " + rejected.reason(), asked, Duration.ZERO, fault)
                : new Outcome(claim, Result.DEFERRED, rejected.reason(), asked, wait, fault);
    }

    /** How long the whole channel rests after a refusal that meets all its messages. */
    Duration rest(Rejected rejected) {
        Duration asked = rejected.retryAfter();
        return asked == null ? first : asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** The pause before the next attempt, when so many were made. */
    Duration pause(String message, int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        long whole = (doubled.compareTo(longest) > 0 ? longest : doubled).toMillis();
        byte[] key = (message + "\n" + attempt).getBytes(StandardCharsets.UTF_8);
        long spread = Integer.toUnsignedLong(MurmurHash3.hash32x86(key));
        return Duration.ofMillis(whole - spread % (whole / 2 + 1));
    }
}
