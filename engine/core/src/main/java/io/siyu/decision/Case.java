package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Template;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the guards look at for one intent.
 *
 * @param template the message it would send; null for actions that send none
 * @param campaign the campaign that proposes, if one does
 * @param broken the rules of promises about the message whose condition holds
 * @param past what became of it, and of those it waited with, before
 */
record Case(
        Intent intent,
        State state,
        PartitionState partition,
        Edition edition,
        Instant at,
        @Nullable Template template,
        @Nullable Campaign campaign,
        Set<String> broken,
        Past past) {

    /**
     * What happened before a proposal is judged.
     *
     * @param held code of the guard whose hold has ended; null if it is judged for the first time
     * @param winners who of those it waited with already goes
     */
    record Past(@Nullable String held, Winners winners) {
        /** Nothing. */
        static final Past NONE = new Past(null, Winners.NONE);

        boolean waitedFor(Reason reason) {
            return reason.code().equals(held);
        }
    }

    /** The retailer's zone. */
    ZoneId zone() {
        return edition.settings().zone();
    }

    /** The id of the campaign that proposes; empty if none does. */
    String campaignId() {
        return campaign == null ? "" : campaign.id();
    }
}
