package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.event.Event;
import io.siyu.member.Consents;
import io.siyu.member.Consents.Consent;
import io.siyu.member.Enrolment;
import io.siyu.member.MemberProfile;
import io.siyu.member.Timer;
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
        if (event.type().name().equals("consent.withdrawn")) {
            forbidden();
        }
    }

    /** Whether an event tells that a claimed message waits again; its reason may have gone meanwhile. */
    static boolean mayBeTooLate(Event event) {
        return switch (event.type().name()) {
            case "message.deferred", "message.released" -> true;
            default -> false;
        };
    }

    /** A claimed message waits again: it is asked about once more. */
    void back(Event receipt) {
        forbidden();
        String campaign = receipt.data().text("campaign");
        if (campaign != null && turn.partition.ended().contains(campaign)) {
            turn.requests.add(new Cancel.Ended(turn.state.subject(), campaign));
        }
    }

    private void forbidden() {
        if (!(turn.state.profile() instanceof MemberProfile member)) {
            return;
        }
        Consents consents = member.consents();
        boolean forbids = turn.state.sends().list().stream()
                .anyMatch(sent -> consents.answer(sent.channel(), sent.purpose()) == Consent.WITHDRAWN);
        if (forbids) {
            turn.requests.add(new Cancel.Withdrawn(turn.state.subject(), consents));
        }
    }

    /** The subject left a campaign before its end: what is held of it does not go, what waits is asked back. */
    void left(Enrolment enrolment) {
        Campaign campaign = turn.edition.campaign(enrolment.campaign(), enrolment.version());
        dropHeld(enrolment);
        if (campaign == null || !turn.state.sends().by(enrolment.campaign())) {
            return;
        }
        List<String> messages = new ArrayList<>();
        for (Step.Act act : campaign.acts()) {
            messages.add(Ids.message(
                    Ids.proposal(turn.state.subject(), enrolment.campaign(), act.id(), enrolment.occurrence())));
        }
        turn.requests.add(new Cancel.Left(turn.state.subject(), messages));
    }

    /** What an enrolment has on hold is not wanted any more. */
    private void dropHeld(Enrolment enrolment) {
        for (Timer.HoldEnds hold : held(enrolment)) {
            turn.state = turn.state.with(turn.state.timers().without(hold.id()));
            new Judge(turn).leave(hold);
        }
    }

    /** What an enrolment has on hold. */
    List<Timer.HoldEnds> held(Enrolment enrolment) {
        return turn.state.timers().list().stream()
                .filter(Timer.HoldEnds.class::isInstance)
                .map(Timer.HoldEnds.class::cast)
                .filter(hold -> enrolment.campaign().equals(hold.intent().campaign())
                        && enrolment.occurrence().equals(hold.intent().occurrence()))
                .toList();
    }
}
