package io.siyu.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a law or a vendor asks of a channel beyond consent.
 *
 * @param closed local hours in which messages of its purposes must not go; absent means that the channel is always open
 * @param optOut what every marketing text must contain, such as {@code 拒收请回复R}; empty means nothing
 * @param address the attribute of members that tells whether the channel reaches them; empty means that none does
 * @param addressNeeded whether members of whom nothing is known there get nothing
 */
public record Compliance(@Nullable QuietHours closed, String optOut, String address, boolean addressNeeded) {

    /** Nothing is asked. */
    public static final Compliance NONE = new Compliance(null, "", "", false);

    /** Whether a marketing message does not say, in every text it may have, what every one must. */
    public boolean lacksOptOut(Template template) {
        return template.purpose() == Purpose.MARKETING
                && !optOut.isEmpty()
                && !template.says().allMatch(text -> text.contains(optOut));
    }
}
