package io.siyu.web.lifecycle;

import java.time.Instant;

/**
 * One thing done to a campaign.
 *
 * @param remark what was said of it, such as why it was sent back; or the revision it was published as, or the
 *     campaign whose words were taken
 * @param words mark of the words it was done to; empty when none are meant
 */
public record Act(
        String campaign, Deed deed, Stage before, Stage after, String by, Instant at, String remark, String words) {

    /** Whether it brought the words into force; the remark is the revision then. */
    public boolean publishes() {
        return deed == Deed.PUBLISH || deed == Deed.PUBLISH_UNAPPROVED;
    }
}
