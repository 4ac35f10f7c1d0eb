package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Trigger;
import io.siyu.event.Event;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import io.siyu.rule.Action;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.util.List;

/** Begins, stops and ends the times in which something has to happen. */
final class Absences {
    private final Turn turn;

    Absences(Turn turn) {
        this.turn = turn;
    }

    /** What was waited for has happened. */
    void heard(Event event) {
        List<Campaign> campaigns = turn.journeys.without(event.type().name());
        if (campaigns.isEmpty() || turn.state.timers().list().isEmpty()) {
            return;
        }
        Timers left = turn.state
                .timers()
                .withoutIf(timer -> timer instanceof Timer.OnAbsence absence
                        && campaigns.stream().anyMatch(campaign -> isIt(campaign, absence, event)));
        turn.state = turn.state.with(left);
    }

    private boolean isIt(Campaign campaign, Timer.OnAbsence absence, Event event) {
        Journeys.Way way = turn.journeys.way(campaign.id());
        String about = way == null ? "" : Enrol.text(event, way.key());
        return absence.campaign().equals(campaign.id())
                && (absence.key().isEmpty() || about.isEmpty() || about.equals(absence.key()));
    }

    /** An event begins the time of a campaign, or begins it anew. */
    void begin(String campaign, Event event) {
        Journeys.Way way = turn.journeys.way(campaign);
        if (way == null || !(way.campaign().trigger() instanceof Trigger.OnAbsence absence)) {
            return;
        }
        String key = Enrol.text(event, way.key());
        Instant happened = turn.state.lastTimes().of(absence.event());
        Instant due = event.time().plus(absence.within());
        boolean overtaken = key.isEmpty() && happened != null && happened.isAfter(event.time());
        boolean later = turn.state
                .timers()
                .find(Timer.OnAbsence.id(campaign, key))
                .filter(known -> known.due().isAfter(due))
                .isPresent();
        if (!overtaken && !later) {
            var about = Printed.about(event, way.prints(), turn.edition.settings());
            turn.state = turn.state.with(
                    turn.state.timers().with(new Timer.OnAbsence(due, campaign, key, event.id(), about)));
        }
    }

    /** The time is up: the entry rule of the campaign sees the member as it is now. */
    void due(Timer.OnAbsence absence) {
        Journeys.Way way = turn.journeys.way(absence.campaign());
        if (way == null || !(way.campaign().trigger() instanceof Trigger.OnAbsence)) {
            return;
        }
        Event event = turn.stepDue(absence.campaign(), "", absence.event(), absence.due());
        String variant = new Enrol(turn).variant(way.campaign());
        var cause = new Propose.Cause(
                absence.campaign(),
                absence.event(),
                "step.due",
                absence.event(),
                absence.due(),
                absence.about(),
                variant);
        for (Proposal proposal :
                turn.fire(event, turn.coupon(absence.key()), absence.about()).proposals()) {
            if (proposal.action() == Action.ENROL) {
                new Enrol(turn).enter(proposal, cause, absence.key());
            }
        }
    }
}
