package io.siyu.dispatch;

/** What came of handing a message to a channel. */
public sealed interface Delivery {

    /**
     * The channel has it.
     *
     * @param ref what the vendor calls it; empty if it has no name for it
     */
    record Accepted(String ref) implements Delivery {}

    /** The channel refused it for this reason; it was not sent. */
    record Rejected(String reason, Fault fault) implements Delivery {}

    /** Nobody knows whether it was sent. */
    record Unknown(String reason) implements Delivery {}

    /** What may help after a refusal. */
    enum Fault {
        /** Nothing: the message or the addressee is wrong. */
        FINAL,
        /** Time: the same message may be accepted later. */
        PASSING
    }
}
