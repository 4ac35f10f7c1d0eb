package io.siyu.member;

import io.siyu.campaign.Purpose;
import java.time.Instant;

/**
 * One message decided for a subject, as frequency caps count it.
 *
 * @param by campaign id, or the rule's name when no campaign sent it
 * @param unit the message's id while it holds one of the channel's daily limit; else empty
 */
public record Sent(Instant at, String channel, Purpose purpose, String by, String unit) {

    /** A message on a channel without a daily limit. */
    public Sent(Instant at, String channel, Purpose purpose, String by) {
        this(at, channel, purpose, by, "");
    }
}
