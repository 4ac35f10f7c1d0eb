package io.siyu.dispatch;

/** What became of a claim; written with its receipt. */
public record Outcome(Claim claim, Result result, String detail) {

    /** The ends of a claim. */
    public enum Result {
        SENT("message.sent"),
        FAILED("message.failed"),
        /** Nobody knows; it is not sent again. */
        UNKNOWN("message.unknown"),
        /** Proof that the vendor never had it: back into the lane. */
        RELEASED("message.released"),
        /** Refused for now: back into the lane. */
        DEFERRED("message.deferred");

        private final String type;

        Result(String type) {
            this.type = type;
        }

        /** The event type of its receipt. */
        public String type() {
            return type;
        }

        /** Whether the message may be claimed again. */
        public boolean again() {
            return this == RELEASED || this == DEFERRED;
        }
    }
}
