package io.siyu.report.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal came to a place.
 *
 * @param id what the ids of a proposal and of its message have in common
 * @param proposed null where a receipt tells it, which knows only the message
 * @param reason empty unless the place has one
 * @param at log time
 */
public record Move(String id, @Nullable Proposed proposed, Place place, String reason, Instant at) {

    /**
     * What a decision tells of its proposal.
     *
     * @param variant empty unless its step has some
     * @param event that caused the decision
     */
    public record Proposed(Act act, String variant, String subject, String event) {}

    /** This move with what an earlier one told. */
    Move after(@Nullable Move earlier) {
        return proposed != null || earlier == null ? this : new Move(id, earlier.proposed(), place, reason, at);
    }
}
