package io.siyu.campaign;

import java.time.Duration;

/** Something the house never does to a member, whatever rules and campaigns propose; from {@code promises.yaml}. */
public sealed interface Promise {
    /** Reason codes begin so; the promise's name follows. */
    String REASON = "promise.";

    /** Letters, digits and hyphens. */
    String name();

    /** What is promised, as people read it. */
    Text sentence();

    /** The code of a drop that keeps it. */
    default String reason() {
        return REASON + name();
    }

    /** At most so many messages within a window. */
    record AtMost(String name, Text sentence, Cap cap) implements Promise {}

    /**
     * A message that does not go soon after an event.
     *
     * @param event its dotted type
     * @param within how long; not any more when exactly that long has passed
     */
    record NeverAfter(String name, Text sentence, String template, String event, Duration within) implements Promise {}

    /** A message that does not go to those a condition holds for. */
    record NeverWhen(String name, Text sentence, String template, Condition condition) implements Promise {

        /** The name of the rule its condition becomes; no file of rules may have one of this name. */
        public String rule() {
            return "promise " + name;
        }
    }
}
