package io.siyu.web.campaign;

import io.siyu.web.access.Visitor;
import io.siyu.web.lifecycle.Deed;

/**
 * What somebody wants done to a campaign.
 *
 * @param remark what they say of it; empty for nothing
 * @param words mark of the words they looked at; empty when they did not say
 */
record Asked(String id, Deed deed, Visitor visitor, String remark, String words) {
    private static final int LONGEST = 2_000;

    Asked {
        remark = remark.strip();
        remark = remark.substring(
                0, remark.offsetByCodePoints(0, Math.min(LONGEST / 2, remark.codePointCount(0, remark.length()))));
    }

    /** The same deed otherwise. */
    Asked as(Deed other) {
        return new Asked(id, other, visitor, remark, words);
    }
}
