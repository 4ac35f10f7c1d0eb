package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Trigger;
import io.siyu.event.Event;
import io.siyu.member.Timer;
import io.siyu.rule.Action;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;

/** Begins, stops and ends the times in which something has to happen. */
final class Absences {
    /** Behind a campaign's id: orders and coupons for which that has happened which it waits for. */
    private static final String HEARD = "#heard";

    private final Turn turn;

    Absences(Turn turn) {
        this.turn = turn;
    }

    /** What was waited for has happened; it may be told before the event after which it is waited for. */
    void heard(Event event) {
        for (Campaign campaign : turn.journeys.without(event.type().name())) {
            String about = about(campaign, event);
            turn.state = turn.state.with(turn.state
                    .timers()
                    .withoutIf(timer -> timer instanceof Timer.OnAbsence absence
                            && absence.campaign().equals(campaign.id())
                            && ends(event, about, absence)));
            if (!about.isEmpty()) {
                turn.state = turn.state.with(turn.state.enrolments().over(campaign.id() + HEARD, about));
            }
        }
    }

    /** The order or coupon whose time an event ends; empty for whatever began before. */
    private String about(Campaign campaign, Event event) {
        Journeys.Way way = turn.journeys.way(campaign.id());
        boolean another = campaign.trigger() instanceof Trigger.OnAbsence absence
                && absence.after().equals(absence.event());
        return way == null || another ? "" : Enrol.text(event, way.key());
    }

    private static boolean ends(Event event, String about, Timer.OnAbsence absence) {
        return (absence.key().isEmpty() || about.isEmpty())
                ? !event.time().isBefore(absence.began())
                : about.equals(absence.key());
    }

    /** An event begins the time of a campaign, or begins it anew. */
    void begin(String campaign, Event event) {
        Journeys.Way way = turn.journeys.way(campaign);
        if (way == null || !(way.campaign().trigger() instanceof Trigger.OnAbsence absence)) {
            return;
        }
        String key = Enrol.text(event, way.key());
        Instant due = event.time().plus(absence.within());
        boolean later = turn.state
                .timers()
                .find(Timer.OnAbsence.id(campaign, key))
                .filter(known -> known.due().isAfter(due))
                .isPresent();
        if (!isOvertaken(campaign, absence, key, event) && !later) {
            var about = Printed.about(event, way.prints(), turn.edition.settings());
            turn.state = turn.state.with(
                    turn.state.timers().with(new Timer.OnAbsence(due, campaign, key, event.id(), event.time(), about)));
        }
    }

    /** Whether what is waited for was told before the event that begins the time. */
    private boolean isOvertaken(String campaign, Trigger.OnAbsence absence, String key, Event event) {
        if (key.isEmpty() || absence.after().equals(absence.event())) {
            Instant happened = turn.state.lastTimes().of(absence.event());
            return happened != null && happened.isAfter(event.time());
        }
        return turn.state.enrolments().knows(campaign + HEARD, key);
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
