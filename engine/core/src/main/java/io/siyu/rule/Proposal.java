package io.siyu.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule suggests; guards decide what becomes of it.
 *
 * @param rule the rule's name
 * @param target template id, campaign id, tag, coupon kind, or the rate of a commission
 * @param campaign set by the rules a campaign becomes
 * @param step the step named in the consequence, if any
 * @param priority higher first; the rule's {@code @priority} or the campaign's
 */
public record Proposal(
        String rule,
        Action action,
        String target,
        @Nullable String campaign,
        @Nullable String step,
        int priority) implements Comparable<Proposal> {

    /** By priority, highest first, then by rule name, action and target, so that order carries no meaning. */
    @Override
    public int compareTo(Proposal other) {
        int by = Integer.compare(other.priority, priority);
        if (by == 0) {
            by = rule.compareTo(other.rule);
        }
        if (by == 0) {
            by = action.compareTo(other.action);
        }
        return by != 0 ? by : target.compareTo(other.target);
    }
}
