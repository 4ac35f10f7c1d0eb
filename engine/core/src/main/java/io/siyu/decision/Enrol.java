package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.event.Event;
import io.siyu.member.Enrolment;
import io.siyu.member.Timer;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Enters the subject into campaigns and takes it through their steps. */
final class Enrol {
    private final Turn turn;

    Enrol(Turn turn) {
        this.turn = turn;
    }

    /** A rule proposes to enter the subject for an event: the occurrence is the event's id. */
    void onEvent(Proposal proposal, Event event) {
        Campaign campaign = turn.edition.campaign(proposal.target());
        Set<String> prints = campaign == null ? Set.of() : prints(campaign);
        Map<String, String> about = Printed.about(event, prints, turn.edition.settings());
        var cause =
                new Propose.Cause(proposal.target(), event.id(), event.type().name(), event.id(), event.time(), about);
        enter(proposal, cause, key(event));
    }

    /** Judges the proposal to enter; if it may, opens the enrolment and goes through the first steps. */
    void enter(Proposal proposal, Propose.Cause cause, String key) {
        if (turn.state.enrolments().knows(cause.campaign(), cause.occurrence())) {
            return;
        }
        Campaign campaign = turn.edition.campaign(cause.campaign());
        Ruling ruling = new Judge(turn).judge(Propose.intent(turn, proposal, campaign, cause));
        if (ruling.verdict() != Verdict.SEND || campaign == null) {
            return;
        }
        Enrolment enrolment = new Enrolment(
                cause.campaign(), cause.occurrence(), turn.at, cause.event(), cause.since(), key, cause.about());
        turn.state = turn.state.with(turn.state.enrolments().opened(enrolment));
        walk(campaign, enrolment, cause, 0);
    }

    /** The wait before a step is over. */
    void goOn(Timer.NextStep next) {
        Campaign campaign = turn.edition.campaign(next.campaign());
        Enrolment enrolment =
                turn.state.enrolments().find(next.campaign(), next.occurrence()).orElse(null);
        if (enrolment == null) {
            return;
        }
        int from = campaign == null ? -1 : indexOf(campaign, next.step());
        if (campaign == null || from < 0) {
            over(enrolment);
            return;
        }
        var cause = new Propose.Cause(
                next.campaign(), next.occurrence(), "step.due", enrolment.event(), next.due(), enrolment.about());
        walk(campaign, enrolment, cause, from);
    }

    /** A planned step for this subject; entering the round happens with the first step that proposes. */
    void planned(Event scan) {
        String id = String.valueOf(scan.value("campaign"));
        String step = String.valueOf(scan.value("step"));
        String round = String.valueOf(scan.value("occurrence"));
        Campaign campaign = turn.edition.campaign(id);
        if (campaign == null || turn.partition.ended().contains(id)) {
            return;
        }
        var cause = new Propose.Cause(id, round, "step.due", scan.id(), scan.time(), Map.of());
        Enrolment enrolment = new Enrolment(id, round, turn.at, scan.id(), scan.time(), "", Map.of());
        boolean proposed = due(campaign, enrolment, cause, step);
        if (proposed && !turn.state.enrolments().knows(id, round)) {
            turn.state = turn.state.with(turn.state.enrolments().opened(enrolment));
        }
        if (campaign.isLast(step) && turn.state.enrolments().in(id)) {
            over(enrolment);
        }
    }

    /** Ends the enrolments whose campaign names this event as an exit and whose key it carries. */
    void exits(Event event) {
        if (turn.state.enrolments().open().isEmpty()) {
            return;
        }
        String key = key(event);
        for (Enrolment enrolment : turn.state.enrolments().open()) {
            Campaign campaign = turn.edition.campaign(enrolment.campaign());
            boolean ours = enrolment.key().isEmpty() || enrolment.key().equals(key);
            if (ours
                    && campaign != null
                    && campaign.exits().contains(event.type().name())) {
                new Withdrawals(turn).left(campaign, enrolment);
                over(enrolment);
            }
        }
    }

    private void walk(Campaign campaign, Enrolment enrolment, Propose.Cause cause, int from) {
        List<Step> steps = campaign.steps();
        Instant base = cause.trigger().equals("step.due") ? cause.since() : turn.at;
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Wait wait) {
                base = base.plus(wait.duration());
            } else if (steps.get(i) instanceof Step.Act act && base.isAfter(turn.at)) {
                Timer next = new Timer.NextStep(base, campaign.id(), enrolment.occurrence(), act.id());
                turn.state = turn.state.with(turn.state.timers().with(next));
                return;
            } else if (steps.get(i) instanceof Step.Act act) {
                due(campaign, enrolment, cause, act.id());
            }
        }
        over(enrolment);
    }

    private boolean due(Campaign campaign, Enrolment enrolment, Propose.Cause cause, String step) {
        Event stepDue = turn.stepDue(campaign.id(), step, enrolment.occurrence(), cause.since());
        String about = enrolment.key().isEmpty() ? enrolment.occurrence() : enrolment.key();
        List<Proposal> proposals =
                turn.fire(stepDue, turn.coupon(about), enrolment.about()).proposals();
        boolean ours = false;
        for (Proposal proposal : proposals) {
            new Propose(turn).effect(proposal, Propose.intent(turn, proposal, campaign, cause));
            ours |= campaign.id().equals(proposal.campaign());
        }
        return ours;
    }

    private void over(Enrolment enrolment) {
        String step = "step:" + enrolment.campaign() + ":" + enrolment.occurrence();
        turn.state = turn.state
                .with(turn.state.enrolments().over(enrolment.campaign(), enrolment.occurrence()))
                .with(turn.state.timers().without(step));
    }

    private Set<String> prints(Campaign campaign) {
        Set<String> prints = new TreeSet<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act) {
                Template template = turn.edition.templates().get(campaign.id() + "/" + act.id());
                if (template != null) {
                    prints.addAll(template.prints());
                }
            }
        }
        return prints;
    }

    private static int indexOf(Campaign campaign, String step) {
        for (int i = 0; i < campaign.steps().size(); i++) {
            if (campaign.steps().get(i) instanceof Step.Act act && act.id().equals(step)) {
                return i;
            }
        }
        return -1;
    }

    private static String key(Event event) {
        for (String field : List.of("orderId", "couponId")) {
            if (event.value(field) instanceof String id) {
                return id;
            }
        }
        return "";
    }
}
