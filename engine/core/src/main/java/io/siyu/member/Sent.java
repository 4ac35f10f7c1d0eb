package io.siyu.member;

import io.siyu.campaign.Purpose;
import java.time.Instant;

/**
 * One message decided for a subject, as frequency caps count it.
 *
 * @param by campaign id, or the rule's name when no campaign sent it
 */
public record Sent(Instant at, String channel, Purpose purpose, String by) {}
