package io.siyu.dispatch;

import io.siyu.dispatch.Delivery.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claim; written with its receipt.
 *
 * @param detail what the vendor calls the message, or the reason
 * @param asked how often the vendor was asked by now
 * @param pause real time before a deferred message may be claimed again
 * @param fault class of the refusal it ended with; null unless the channel refused
 */
public record Outcome(
        Claim claim,
        Result result,
        String detail,
        int asked,
        Duration pause,
        @Nullable Fault fault) {

    /** The ends of a claim. */
    public enum Result {
        SENT("message.sent"),
        /** The vendor never had it and never will unless somebody asks for it: a dead letter. */
        FAILED("message.failed"),
        /** Nobody knows; it is not sent again. */
        UNKNOWN("message.unknown"),
        /** Proof that the vendor never had it: back into its queue. */
        RELEASED("message.released"),
        /** Refused for now: back into its queue when its time has come. */
        DEFERRED("message.deferred"),
        /** It was parked until nobody could want it any more; it was not sent. */
        EXPIRED("message.expired");

        private final String type;

        Result(String type) {
            this.type = type;
        }

        /** The event type of its receipt. */
        public String type() {
            return type;
        }
    }

    /** One after which nothing is tried again, or at once. */
    public Outcome(Claim claim, Result result, String detail) {
        this(claim, result, detail, claim.tries().asked(), Duration.ZERO, null);
    }
}
