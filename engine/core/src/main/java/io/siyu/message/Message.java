package io.siyu.message;

import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one subject.
 *
 * @param id derived from subject, campaign or rule, step and occurrence; the same at every attempt
 * @param campaign absent when a rule sends outside any campaign
 * @param text rendered, personal values still marks
 * @param at log time of the decision
 */
public record Message(
        String id,
        Subject subject,
        String channel,
        Purpose purpose,
        String rule,
        @Nullable String campaign,
        @Nullable String step,
        String text,
        Instant at) {

    /** The message a decision that {@link Decision#sends} puts into the outbox. */
    public static Message of(Decision decision) {
        if (!decision.sends() || decision.purpose() == null) {
            throw new IllegalArgumentException("The decision on ("
                    + decision.intent().proposal() + ") sends no message.\nMaybe ask sends() first.");
        }
        return new Message(
                decision.message(),
                decision.subject(),
                decision.channel(),
                decision.purpose(),
                decision.intent().rule(),
                decision.intent().campaign(),
                decision.intent().step(),
                decision.text(),
                decision.at());
    }
}
