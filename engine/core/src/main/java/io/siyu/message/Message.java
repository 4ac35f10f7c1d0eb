package io.siyu.message;

import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id the same for every attempt
 * @param campaign empty if a rule sends it
 * @param step empty if a rule sends it
 * @param since house time of what caused it; null for messages that never become stale
 * @param text with placeholders {@code ⟦field|default⟧} for personal fields until dispatch fills them
 */
public record Message(
        String id,
        Subject subject,
        String channel,
        Purpose purpose,
        String campaign,
        String step,
        String rule,
        String template,
        String edition,
        @Nullable Instant since,
        String text) {

    /** A message that never becomes stale. */
    public Message(
            String id,
            Subject subject,
            String channel,
            Purpose purpose,
            String campaign,
            String step,
            String rule,
            String template,
            String edition,
            String text) {
        this(id, subject, channel, purpose, campaign, step, rule, template, edition, null, text);
    }

    /** The message a decision sends. */
    public static Message of(Decision decision) {
        var intent = decision.intent();
        return new Message(
                decision.message(),
                decision.subject(),
                decision.channel(),
                Objects.requireNonNull(decision.purpose(), "a decision that sends has a purpose"),
                Objects.requireNonNullElse(intent.campaign(), ""),
                Objects.requireNonNullElse(intent.step(), ""),
                intent.rule(),
                intent.target(),
                decision.edition(),
                intent.since(),
                decision.text());
    }

    /** With this text. */
    public Message with(String filled) {
        return new Message(id, subject, channel, purpose, campaign, step, rule, template, edition, since, filled);
    }

    /** Who sends it: {@code campaign/step}, or the rule's name. */
    public String origin() {
        return campaign.isEmpty() ? rule : campaign + "/" + step;
    }
}
