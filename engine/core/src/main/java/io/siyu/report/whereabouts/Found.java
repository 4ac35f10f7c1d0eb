package io.siyu.report.whereabouts;

import io.siyu.member.Ways;
import java.time.Instant;

/**
 * A proposal and where it is.
 *
 * @param id what the ids of the proposal and of its message have in common
 * @param subject as it is written, such as {@code m1}
 * @param event that caused the last decision about it
 * @param at since when, in log time
 */
public record Found(
        String id, Act act, String variant, String subject, String event, Place place, String reason, Instant at) {

    /** The same in another place. */
    Found in(Place other) {
        return new Found(id, act, variant, subject, event, other, reason, at);
    }

    /** Its place in a group. */
    Mark mark() {
        return new Mark(at, id);
    }

    /** Its message's id; empty if it sends none. */
    public String message() {
        boolean sends = act.act().equals(Ways.MESSAGE) && place != Place.DROPPED && place != Place.HELD;
        return sends ? "m" + id : "";
    }
}
