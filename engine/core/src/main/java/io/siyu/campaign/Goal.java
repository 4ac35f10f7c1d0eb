package io.siyu.campaign;

import java.util.List;

/**
 * What a campaign is for: events of enrolled members, counted; at {@code count} the campaign ends early.
 *
 * @param event the dotted event type that counts
 * @param when conditions the event must meet
 * @param count how many end the campaign; 0 means count only, never end
 */
public record Goal(String event, List<Condition> when, long count) {
    public Goal {
        when = List.copyOf(when);
    }
}
