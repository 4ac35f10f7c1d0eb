package io.siyu.decision;

import io.siyu.campaign.Course;
import io.siyu.campaign.Step;
import io.siyu.event.Event;
import io.siyu.event.SubjectKind;
import io.siyu.member.Enrolment;
import io.siyu.member.Timer;
import io.siyu.rule.Proposal;
import java.util.List;

/** What one event brings to enrolments that waited for it or end by it; those that come to wait meanwhile wait for the next. */
final class Answers {
    /** The step of a rule that begins the time in which something has to happen. */
    static final String AFTER = "after";

    private static final String EXIT = "exit.";

    private final Turn turn;
    private final Event event;
    private final List<Enrolment> before;

    Answers(Turn turn, Event event) {
        this.turn = turn;
        this.event = event;
        this.before = turn.state.enrolments().open();
    }

    /** The event has come for those who wait for one of its type, whatever it says. */
    void heard() {
        if (before.isEmpty() || !turn.journeys.isAwaited(event.type().name())) {
            return;
        }
        for (Enrolment enrolment : before) {
            Journeys.Way way =
                    enrolment.waiting().isEmpty() ? null : turn.journeys.way(enrolment.campaign(), enrolment.version());
            if (way != null) {
                came(enrolment, way, true);
            }
        }
    }

    /** Whether a rule that a campaign became says that the event ends enrolments. */
    static boolean ends(Proposal proposal) {
        return String.valueOf(proposal.step()).startsWith(EXIT);
    }

    /** A rule that a campaign became says that the event meets the conditions of a place inside. */
    void met(Proposal proposal) {
        String step = String.valueOf(proposal.step());
        if (step.equals(AFTER)) {
            new Absences(turn).begin(proposal.target(), event);
            return;
        }
        for (Enrolment enrolment : before) {
            Journeys.Way way = turn.journeys.way(enrolment.campaign(), enrolment.version());
            if (way != null
                    && enrolment.waiting().equals(step)
                    && way.campaign().id().equals(proposal.target())) {
                came(enrolment, way, false);
            }
        }
    }

    /** @param any whether it is about waits for any event of the type, or about those with conditions */
    private void came(Enrolment enrolment, Journeys.Way way, boolean any) {
        int index = way.course().find(enrolment.waiting());
        Course.Stop stop = index == Course.END ? null : way.course().stop(index);
        if (stop != null
                && stop.step() instanceof Step.Await await
                && await.event().equals(event.type().name())
                && await.when().isEmpty() == any
                && isAbout(enrolment, way, await)
                && isStill(enrolment)) {
            goOn(enrolment, way, stop);
        }
    }

    private boolean isAbout(Enrolment enrolment, Journeys.Way way, Step.Await await) {
        if (await.coupon().isEmpty()) {
            return Enrol.concerns(enrolment, way.key(), event);
        }
        String issue = Ids.proposal(
                turn.state.subject(), enrolment.campaign(), "coupon " + await.coupon(), enrolment.occurrence());
        return Enrol.text(event, "couponId").equals(Ids.coupon(issue));
    }

    private boolean isStill(Enrolment enrolment) {
        return turn.state.enrolments().open().contains(enrolment);
    }

    private void goOn(Enrolment enrolment, Journeys.Way way, Course.Stop stop) {
        Enrolment on = enrolment.waitingAt("").in(way.campaign().journey().version());
        turn.state = turn.state
                .with(turn.state.enrolments().replaced(on))
                .with(turn.state.timers().without(Timer.NextStep.id(on.campaign(), on.occurrence())));
        var cause = new Propose.Cause(
                on.campaign(),
                on.occurrence(),
                event.type().name(),
                event.id(),
                event.time(),
                on.about(),
                on.variant());
        new Walk(turn, way, on, cause).path(stop, 0, turn.at);
    }

    /** Exits that any event may bring: their conditions are looked at now. */
    void leaves() {
        boolean member = turn.state.subject().kind() == SubjectKind.MEMBER;
        if (!member || before.isEmpty() || !turn.journeys.isLeavable()) {
            return;
        }
        for (Enrolment enrolment : before) {
            Journeys.Way way = turn.journeys.way(enrolment.campaign());
            if (way != null && way.leaves().stream().anyMatch(exit -> holds(exit, enrolment))) {
                new Enrol(turn).leave(enrolment);
            }
        }
    }

    private boolean holds(String exit, Enrolment enrolment) {
        return turn.due(enrolment.campaign(), exit, enrolment, turn.at).stream()
                .anyMatch(proposal ->
                        exit.equals(proposal.step()) && enrolment.campaign().equals(proposal.campaign()));
    }
}
