package io.siyu.campaign;

import java.util.List;

/**
 * What a campaign is for: events of enrolled members, counted; at {@code count} the campaign ends early.
 *
 * @param event the dotted event type that counts
 * @param when conditions the event must meet
 * @param count how many end the campaign; 0 means count only, never end
 * @param exit whether a member who reached it leaves the campaign
 */
public record Goal(String event, List<Condition> when, long count, boolean exit) {
    public Goal {
        when = List.copyOf(when);
    }

    /** A goal whose members stay. */
    public Goal(String event, List<Condition> when, long count) {
        this(event, when, count, false);
    }
}
