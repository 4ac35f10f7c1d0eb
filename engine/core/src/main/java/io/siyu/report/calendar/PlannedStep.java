package io.siyu.report.calendar;

import io.siyu.campaign.Purpose;
import java.time.Instant;

/**
 * One step that is planned.
 *
 * @param at when its window opens
 * @param closes when its window closes
 * @param channel over which it sends; empty if it sends nothing
 * @param audience {@code members}, {@code communities} or a type of community
 */
public record PlannedStep(
        String campaign, String step, Instant at, Instant closes, String channel, String audience, Purpose purpose) {
    /** The audience that has caps. */
    public static final String MEMBERS = "members";

    /** Whether a member may get a message of it. */
    boolean reachesMembers() {
        return audience.equals(MEMBERS) && !channel.isEmpty();
    }
}
