package io.siyu.rule;

import java.util.Locale;

/** What a rule may propose. */
public enum Action {
    /** Send a message template to the subject. */
    SEND,
    /** Push a template to a community. */
    PUSH,
    /** Give a staff member a task. */
    TASK,
    /** Put a tag on the member. */
    TAG,
    /** Enter the subject into a campaign. */
    ENROL,
    /** Issue a coupon of a kind. */
    COUPON,
    /** Count the event towards a campaign's goal. */
    GOAL,
    /** Commission for whoever brought the order, in percent. */
    COMMISSION;

    /** The word used in DRL and decisions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
