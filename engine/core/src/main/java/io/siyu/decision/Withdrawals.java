package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.event.Event;
import io.siyu.member.Consents;
import io.siyu.member.Consents.Consent;
import io.siyu.member.Enrolment;
import io.siyu.member.MemberProfile;
import java.util.ArrayList;
import java.util.List;

/** Asks that what was decided for the subject and is not sent yet be cancelled when its reason is gone. */
final class Withdrawals {
    private final Turn turn;

    Withdrawals(Turn turn) {
        this.turn = turn;
    }

    /** The member withdrew consent; whoever was sent nothing that it forbids has nothing under way. */
    void consent(Event event) {
        if (!event.type().name().equals("consent.withdrawn")
                || !(turn.state.profile() instanceof MemberProfile member)) {
            return;
        }
        Consents consents = member.consents();
        boolean forbids = turn.state.sends().list().stream()
                .anyMatch(sent -> consents.answer(sent.channel(), sent.purpose()) == Consent.WITHDRAWN);
        if (forbids) {
            turn.requests.add(new Cancel.Withdrawn(turn.state.subject(), consents));
        }
    }

    /** The subject left a campaign before its end. */
    void left(Campaign campaign, Enrolment enrolment) {
        if (!turn.state.sends().by(campaign.id())) {
            return;
        }
        List<String> messages = new ArrayList<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act) {
                messages.add(Ids.message(
                        Ids.proposal(turn.state.subject(), campaign.id(), act.id(), enrolment.occurrence())));
            }
        }
        turn.requests.add(new Cancel.Left(turn.state.subject(), messages));
    }
}
