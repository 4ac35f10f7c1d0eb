package io.siyu.samples.chaos;

/**
 * One call of a channel.
 *
 * @param decided how far the message's partition was decided when the call began
 * @param heard whether the slot that called went on as if it had written the answer down
 */
record Call(String message, String text, boolean marketing, Answer answer, long decided, boolean heard) {

    /** What the vendor did, and what its caller heard of it. */
    enum Answer {
        ACCEPTED,
        /** Refused for now, the message's fault or the channel's. */
        PASSING,
        LIMITED,
        EXPIRED,
        RESTING,
        /** Refused for good. */
        FINAL,
        /** Accepted, but the answer never came. */
        HUNG_ACCEPTED,
        /** Not accepted, and the answer never came. */
        HUNG,
        /** Accepted, and the caller broke down. */
        BROKE_ACCEPTED,
        /** Not accepted, and the caller broke down. */
        BROKE;

        boolean accepted() {
            return this == ACCEPTED || this == HUNG_ACCEPTED || this == BROKE_ACCEPTED;
        }

        boolean refused() {
            return this == PASSING || this == LIMITED || this == EXPIRED || this == RESTING || this == FINAL;
        }
    }

    Call told() {
        return new Call(message, text, marketing, answer, decided, true);
    }
}
