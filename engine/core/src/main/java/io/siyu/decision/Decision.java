package io.siyu.decision;

import io.siyu.campaign.Purpose;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.rule.Action;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one proposal at one moment. A proposal has any number of holds and exactly one final decision.
 *
 * @param at log time
 * @param edition hash of the edition that decided
 * @param purpose and {@code channel} of the message, absent for actions that send none
 * @param message the message's id if this decision sends one; the same for every retry
 * @param text the rendered text with placeholders, filled by the message stage for sends; else empty
 */
public record Decision(
        Instant at,
        Subject subject,
        String edition,
        Intent intent,
        @Nullable Purpose purpose,
        String channel,
        String message,
        Ruling ruling,
        String text) {

    /** This decision with its rendered text. */
    public Decision with(String rendered) {
        return new Decision(at, subject, edition, intent, purpose, channel, message, ruling, rendered);
    }

    /** The id of the message a campaign's step sends a subject for an occurrence. */
    public static String messageId(Subject subject, String campaign, String step, String occurrence) {
        return Ids.message(Ids.proposal(subject, campaign, step, occurrence));
    }

    /** Whether it puts a message into the outbox. */
    public boolean sends() {
        return ruling.verdict() == Verdict.SEND && !message.isEmpty();
    }

    /** Whether somebody reads its text: a message is sent, or the staff gets a task. */
    public boolean speaks() {
        return sends() || (ruling.verdict() == Verdict.SEND && intent.action().equals(Action.TASK.word()));
    }
}
