package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Step;
import io.siyu.decision.Case.Past;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.SubjectKind;
import io.siyu.member.Intent;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Zones;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a planned step wait until clocks show its time where the member lives, where its campaign says so. */
final class OwnTime {
    private final Turn turn;

    OwnTime(Turn turn) {
        this.turn = turn;
    }

    /** When a step of a round is due by the subject's own clock; null if it goes by the house's. */
    @Nullable
    Instant due(@Nullable Campaign campaign, @Nullable String step, String round) {
        return turn.state.subject().kind() == SubjectKind.MEMBER ? due(campaign, step, round, turn.zone()) : null;
    }

    /** The same of what a case is about, but for the message that tells of a coupon: that was due before it. */
    static @Nullable Instant due(Case c) {
        Intent intent = c.intent();
        return c.state().subject().kind() != SubjectKind.MEMBER || tellsOfACoupon(c)
                ? null
                : due(c.campaign(), intent.step(), intent.occurrence(), Zones.of(c.state(), c.zone()));
    }

    private static @Nullable Instant due(@Nullable Campaign campaign, @Nullable String step, String round, ZoneId own) {
        return campaign != null && step != null && campaign.isOnMembersClock(step)
                ? Schedule.due(campaign, step, round, own).orElse(null)
                : null;
    }

    private static boolean tellsOfACoupon(Case c) {
        String step = c.intent().step();
        return c.campaign() != null
                && step != null
                && c.intent().action().equals(Action.SEND.word())
                && c.campaign()
                        .act(step)
                        .filter(act -> act.action() instanceof Step.Action.IssueCoupon)
                        .isPresent();
    }

    /** What the guard has against the case: the member's own time has not come. */
    static @Nullable Ruling judge(Case c) {
        Instant due = due(c);
        return due != null && c.at().isBefore(due) ? Ruling.hold(Reason.MEMBER_CLOCK, due, local(due, c)) : null;
    }

    static List<Saw> saw(Case c) {
        Instant due = due(c);
        return due == null ? List.of() : List.of(new Saw(local(due, c), local(c.at(), c)));
    }

    private static String local(Instant instant, Case c) {
        var there = instant.atZone(Zones.of(c.state(), c.zone())).truncatedTo(ChronoUnit.MINUTES);
        return there.toLocalDateTime() + " " + there.getZone();
    }

    static boolean isOne(Timer.HoldEnds hold) {
        return hold.reason().equals(Reason.MEMBER_CLOCK.code());
    }

    /** The member may live by another clock since this event: what waits for the old one is looked at again. */
    void moved(State before) {
        ZoneId house = turn.edition.settings().zone();
        List<Timer.HoldEnds> waiting = turn.state.timers().list().stream()
                .filter(Timer.HoldEnds.class::isInstance)
                .map(Timer.HoldEnds.class::cast)
                .filter(OwnTime::isOne)
                .toList();
        if (waiting.isEmpty() || Zones.of(before, house).equals(turn.zone())) {
            return;
        }
        for (Timer.HoldEnds hold : waiting) {
            turn.state = turn.state.with(turn.state.timers().without(hold.id()));
            over(hold);
        }
    }

    /** The wait is over, or may be: whether the step is still for the member is asked at the member's own time. */
    void over(Timer.HoldEnds hold) {
        Intent held = hold.intent();
        Campaign campaign = turn.edition.campaign(held.campaign());
        Instant due = due(campaign, held.step(), held.occurrence());
        if (campaign == null || (due != null && turn.at.isBefore(due))) {
            new Judge(turn).again(hold);
        } else {
            ask(campaign, due == null ? held.since() : due, hold);
        }
        new Enrol(turn).settle(held);
    }

    /** why: it was asked up to a day before its time, and what members did meanwhile counts. */
    private void ask(Campaign campaign, Instant due, Timer.HoldEnds hold) {
        Intent held = hold.intent();
        String step = String.valueOf(held.step());
        if (campaign.act(step).isEmpty()) {
            new Judge(turn).end(hold, Ruling.drop(Reason.EDITION_ABSENT, turn.edition.hash()));
            return;
        }
        var cause = new Propose.Cause(
                campaign.id(), held.occurrence(), held.trigger(), held.event(), due, Map.of(), held.variant());
        var asked = turn.stepDue(campaign.id(), step, held.occurrence(), due);
        for (Proposal proposal : turn.fire(asked, null, Map.of()).proposals()) {
            Intent now = Propose.intent(turn, proposal, campaign, cause);
            if (now.proposal().equals(held.proposal())) {
                new Propose(turn).effect(proposal, now, new Past(hold.reason(), Winners.NONE));
                return;
            }
        }
        new Judge(turn).end(hold, Ruling.drop(Reason.MEMBER_UNMET, step));
    }
}
