package io.siyu.member;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal means to do, with its ids and everything needed to judge and render it, now or after a hold.
 *
 * @param proposal the proposal's id
 * @param event id of the event that caused it
 * @param target template, campaign, tag or coupon kind the action is about
 * @param since when that event happened, for the stale guard
 * @param about values the text may print, already formatted
 * @param variant of the campaign the subject got; empty if there are none
 */
public record Intent(
        String proposal,
        String occurrence,
        String trigger,
        String event,
        Instant since,
        String rule,
        @Nullable String campaign,
        @Nullable String step,
        String action,
        String target,
        int priority,
        Map<String, String> about,
        String variant) {
    public Intent {
        about = SortedByText.of(about);
    }

    /** An intent for everybody alike. */
    public Intent(
            String proposal,
            String occurrence,
            String trigger,
            String event,
            Instant since,
            String rule,
            @Nullable String campaign,
            @Nullable String step,
            String action,
            String target,
            int priority,
            Map<String, String> about) {
        this(proposal, occurrence, trigger, event, since, rule, campaign, step, action, target, priority, about, "");
    }
}
