package io.siyu.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing a message to a channel. */
public sealed interface Delivery {

    /**
     * The channel has it.
     *
     * @param ref what the vendor calls it; empty if it has no name for it
     */
    record Accepted(String ref) implements Delivery {}

    /**
     * The channel refused it for this reason; it was not sent.
     *
     * @param reason a few dotted words for screens and receipts, never what the vendor wrote
     * @param retryAfter how long the vendor asks to be left alone, not negative; null when it did not say
     */
    record Rejected(String reason, Fault fault, @Nullable Duration retryAfter) implements Delivery {
        public Rejected {
            if (retryAfter != null && retryAfter.isNegative()) {
                throw new IllegalArgumentException("The time to wait (" + retryAfter + ") must not be negative.");
            }
        }

        /** A refusal that does not say when to come again. */
        public Rejected(String reason, Fault fault) {
            this(reason, fault, null);
        }
    }

    /** Nobody knows whether it was sent. */
    record Unknown(String reason) implements Delivery {}

    /** What may help after a refusal. */
    enum Fault {
        /** Nothing: the message or the addressee is wrong. */
        FINAL,
        /** Time: the vendor is ill, the same message may be accepted later. */
        PASSING,
        /** Less haste: a rate or a quota is used up, for every message of the channel. */
        LIMITED,
        /** New credentials: they have run out, for every message of the channel. */
        EXPIRED,
        /** Patience: the channel rests and did not ask the vendor, as with an open circuit. */
        RESTING;

        /** Whether the same message may be accepted later. */
        public boolean again() {
            return this != FINAL;
        }

        /** Whether it meets every message of the channel, so that the others had better wait too. */
        public boolean wide() {
            return this == LIMITED || this == EXPIRED || this == RESTING;
        }

        /** Whether the vendor was asked, so that it counts among a message's attempts. */
        public boolean asked() {
            return this == FINAL || this == PASSING || this == EXPIRED;
        }
    }
}
