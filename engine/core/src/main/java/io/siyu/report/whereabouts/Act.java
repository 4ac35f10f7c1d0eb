package io.siyu.report.whereabouts;

/**
 * What one row of counts is about.
 *
 * @param step empty for entering the campaign
 * @param act {@code message}, or what else the step does, such as {@code coupon}
 */
public record Act(String campaign, String step, String act) {}
