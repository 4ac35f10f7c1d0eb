package io.siyu.web.condition;

import io.siyu.replay.Estimate;
import java.util.List;

/**
 * How often conditions would have held.
 *
 * @param messageKey the sentence, of {@code held} out of {@code asked}
 * @param sampled whether some stood for all, so that the sentence tells an interval
 * @param members some of those for whom they held
 */
record Hits(String messageKey, Estimate held, Estimate asked, boolean sampled, List<Member> members) {
    Hits {
        members = List.copyOf(members);
    }

    /** A member, and the event at which they held; empty when the member was asked now. */
    record Member(String subject, String event) {}
}
