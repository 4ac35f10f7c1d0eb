package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Template;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the guards look at for one intent.
 *
 * @param template the message it would send; null for actions that send none
 * @param campaign the campaign that proposes, if one does
 * @param broken the rules of promises about the message whose condition holds
 */
record Case(
        Intent intent,
        State state,
        PartitionState partition,
        Edition edition,
        Instant at,
        @Nullable Template template,
        @Nullable Campaign campaign,
        Set<String> broken) {}
