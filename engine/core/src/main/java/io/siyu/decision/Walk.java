package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Course;
import io.siyu.campaign.Course.Stop;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
import io.siyu.event.SubjectKind;
import io.siyu.member.Enrolment;
import io.siyu.member.Intent;
import io.siyu.member.Timer;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Takes an enrolment through the steps of its campaign, up to the next wait or the end. */
final class Walk {
    private final Turn turn;
    private final Journeys.Way way;
    private final Enrolment enrolment;
    private final Propose.Cause cause;
    private String issued = "";

    Walk(Turn turn, Journeys.Way way, Enrolment enrolment, Propose.Cause cause) {
        this.turn = turn;
        this.way = way;
        this.enrolment = enrolment;
        this.cause = cause;
    }

    /** Goes on with a path of a step. */
    void path(Stop stop, int path, Instant since) {
        from(taken(stop, path), since);
    }

    /** Goes on with a stop; waits count from {@code since}. */
    void from(int first, Instant since) {
        Instant base = since;
        int at = first;
        while (at != Course.END && isLeft(at)) {
            Stop stop = way.course().stop(at);
            if (stop.step() instanceof Step.Wait wait) {
                base = base.plus(wait.duration());
                at = stop.next();
            } else if (stop.step() instanceof Step.Until until) {
                base = Schedule.next(until.time(), base, turn.zone());
                at = stop.next();
            } else if (passes(stop)) {
                at = stop.next();
            } else if (rests(stop, base)) {
                return;
            } else {
                at = onward(stop);
            }
        }
        new Enrol(turn).finish(enrolment);
    }

    /** Whether anything from here on is for this subject: nobody who was called stays inside for the steps of others. */
    private boolean isLeft(int from) {
        List<Stop> stops = way.course().stops();
        return !isCalled()
                || stops.subList(from, stops.size()).stream()
                        .anyMatch(stop -> stop.step() instanceof Step.Act act && !isForOthers(act));
    }

    /** Whether whoever was called beside members goes by: only members have answers, paths and parts. */
    private boolean passes(Stop stop) {
        return turn.state.subject().kind() != SubjectKind.MEMBER
                && isCalled()
                && (stop.step() instanceof Step.Branch
                        || stop.step() instanceof Step.Split
                        || stop.step() instanceof Step.Await);
    }

    private boolean isCalled() {
        return way.campaign().trigger() instanceof Trigger.OnCall;
    }

    /** Whether the walk ends here for now: the stop is not due yet, its campaign is closed, or an event must come first. */
    private boolean rests(Stop stop, Instant base) {
        if (base.isAfter(turn.at)) {
            plant(base, stop);
            return true;
        }
        return isClosed(stop) || awaits(stop, base);
    }

    private boolean isClosed(Stop stop) {
        Campaign now = turn.edition.campaign(cause.campaign());
        Window window = now == null ? null : now.journey().window();
        ZoneId house = turn.edition.settings().zone();
        if (window == null) {
            return false;
        }
        if (window.from() != null && window.isAhead(turn.at, house)) {
            plant(Schedule.lived(window.from(), house), stop);
            return true;
        }
        if (!window.isOver(turn.at, house)) {
            return false;
        }
        new Judge(turn).refuse(ending(stop), Ruling.drop(Reason.CAMPAIGN_WINDOW, window.toString()));
        new Enrol(turn).over(enrolment);
        return true;
    }

    private Intent ending(Stop stop) {
        Proposal last = new Proposal(
                "campaign " + way.campaign().id(), Action.ENROL, cause.campaign(), cause.campaign(), stop.id(), 0);
        return Propose.intent(turn, last, way.campaign(), cause);
    }

    private boolean awaits(Stop stop, Instant base) {
        if (!(stop.step() instanceof Step.Await await)
                || (!await.coupon().isEmpty() && !await.coupon().equals(issued))) {
            return false;
        }
        turn.state = turn.state.with(turn.state.enrolments().replaced(enrolment.waitingAt(stop.id())));
        plant(base.plus(await.within()), stop);
        return true;
    }

    private void plant(Instant due, Stop stop) {
        Timer next = new Timer.NextStep(due, cause.campaign(), enrolment.occurrence(), stop.id());
        turn.state = turn.state.with(turn.state.timers().with(next));
    }

    private int onward(Stop stop) {
        if (stop.step() instanceof Step.Act act) {
            act(act);
        } else if (stop.step() instanceof Step.Branch branch) {
            int path = chosen(stop, branch);
            return path < 0 ? passed(stop) : taken(stop, path);
        } else if (stop.step() instanceof Step.Split split) {
            return taken(stop, drawn(split));
        } else if (stop.step() instanceof Step.End) {
            return Course.END;
        }
        return stop.next();
    }

    /** None of the paths was for this member. */
    private int passed(Stop stop) {
        turn.tally.took(cause.campaign(), stop.id() + ".0");
        return stop.next();
    }

    private int taken(Stop stop, int path) {
        turn.tally.took(cause.campaign(), stop.id() + "." + (path + 1));
        return stop.ways().get(path);
    }

    /** The first path whose conditions hold, else one without conditions, else none. */
    private int chosen(Stop stop, Step.Branch branch) {
        int chosen = -1;
        for (int i = branch.paths().size() - 1; i >= 0; i--) {
            chosen = branch.paths().get(i).when().isEmpty() ? i : chosen;
        }
        for (Proposal proposal : proposals(stop.id())) {
            String step = proposal.step();
            if (isOurs(proposal) && step != null && step.startsWith(stop.id() + ".")) {
                int path = Integer.parseInt(step.substring(stop.id().length() + 1)) - 1;
                chosen = chosen < 0 ? path : Math.min(chosen, path);
            }
        }
        return chosen;
    }

    private int drawn(Step.Split split) {
        int place = Experiments.bucket(cause.campaign(), turn.state.subject(), "split " + split.id());
        int before = 0;
        for (int i = 0; i < split.parts().size(); i++) {
            before += split.parts().get(i).permille();
            if (place < before) {
                return i;
            }
        }
        return split.parts().size() - 1;
    }

    /** Proposes what an act does if it is for this subject and variant; whether anything was proposed. */
    boolean act(Step.Act act) {
        if ((!act.only().isEmpty() && !act.only().contains(enrolment.variant())) || isForOthers(act)) {
            return false;
        }
        boolean ours = false;
        for (Proposal proposal : proposals(act.id())) {
            Ruling ruling = new Propose(turn).effect(proposal, Propose.intent(turn, proposal, way.campaign(), cause));
            if (isOurs(proposal)) {
                ours = true;
                issued = ruling.verdict() == Verdict.DROP ? issued : act.id();
            }
        }
        return ours;
    }

    /** Whether the members, the communities and the store that a campaign called each have other steps. */
    private boolean isForOthers(Step.Act act) {
        return isCalled()
                && !act.audience().kind().equals(turn.state.subject().kind().word());
    }

    private boolean isOurs(Proposal proposal) {
        return way.campaign().id().equals(proposal.campaign());
    }

    /** What the rules say of a step that is due. */
    private List<Proposal> proposals(String step) {
        return turn.due(way.campaign().id(), step, enrolment, cause.since());
    }
}
