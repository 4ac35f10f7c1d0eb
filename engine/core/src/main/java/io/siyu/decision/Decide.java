package io.siyu.decision;

import io.siyu.event.Event;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Deciding as a pure function of one subject's state, its partition's state, what happened and an edition.
 *
 * <p>One instance serves one thread and one edition. Now is the {@code at} handed in; chance is a hash of stable ids.
 */
public final class Decide {
    private final Turn.Asked asked;
    private final int partitions;

    /**
     * @param rules a session over the rules of the edition; whoever opened it closes it
     * @param partitions how many partitions the house has; letters to all of them need it
     */
    public Decide(Edition edition, RuleSession rules, int partitions) {
        this(edition, rules, partitions, null);
    }

    /** The same before a witness; null for none. */
    public Decide(Edition edition, RuleSession rules, int partitions, @Nullable Witness witness) {
        this.asked = new Turn.Asked(edition, new Journeys(edition), rules, witness, partitions);
        this.partitions = partitions;
    }

    /** The edition that decides. */
    public Edition edition() {
        return asked.edition();
    }

    /** An event of the subject: its own due timers first, then the facts, then the rules. */
    public Outcome event(State state, PartitionState partition, Event told, Instant at) {
        Turn turn = turn(state, partition, at);
        fireDue(turn);
        State before = turn.state;
        Event event = Levels.told(told, before.profile());
        turn.state = before.after(event, at);
        new Promises(turn).heard(event);
        OwnHour.heard(turn, event);
        new Memberships(turn).changed(before, event);
        new Withdrawals(turn).consent(event);
        new Enrol(turn).exits(event);
        new Dates(turn).concerning(event, before.profile());
        new Absences(turn).heard(event);
        Answers answers = new Answers(turn, event);
        answers.leaves();
        if (!event.backfill()) {
            new OwnTime(turn).moved(before);
            new Propose(turn).from(event, answers);
            fireDue(turn);
        }
        answer(turn, event);
        return turn.outcome();
    }

    /** Goes on with what the house itself asked for by this event. */
    private void answer(Turn turn, Event event) {
        if (event.subject().kind() == SubjectKind.CAMPAIGN) {
            new Goals(turn, partitions).reached(event);
        } else if (event.subject().kind() == SubjectKind.QUOTA) {
            new Lending(turn, partitions).heard(event);
        } else if (Units.frees(event)) {
            new Units(turn).giveBack(event);
        } else if (Withdrawals.mayBeTooLate(event)) {
            new Withdrawals(turn).back(event);
        } else if (event.type().name().equals(SecondTries.ASKED)) {
            new SecondTries(turn).asked(event);
        }
    }

    /** The subject's earliest timer, if it is due at or before {@code at}; one only, so that ticks can interleave. */
    public Outcome timer(State state, PartitionState partition, Instant at) {
        Turn turn = turn(state, partition, at);
        turn.state.timers().due(at).ifPresent(timer -> fire(turn, timer));
        return turn.outcome();
    }

    /** A proposal that waited for a quota is judged again; nothing if it no longer waits. */
    public Outcome answered(State state, PartitionState partition, String proposal, Instant at) {
        Turn turn = turn(state, partition, at);
        turn.state.timers().find(Timer.HoldEnds.id(proposal)).ifPresent(timer -> fire(turn, timer));
        return turn.outcome();
    }

    /** A planned step due for one subject of its audience. */
    public Outcome step(State state, PartitionState partition, Event scan, Instant at) {
        Turn turn = turn(state, partition, at);
        fireDue(turn);
        new Enrol(turn).planned(scan);
        return turn.outcome();
    }

    /** One member is called for an event of a store or the retailer. */
    public Outcome called(State state, PartitionState partition, Event scan, Instant at) {
        Turn turn = turn(state, partition, at);
        fireDue(turn);
        new Calls(turn).heard(scan);
        return turn.outcome();
    }

    /** An edition comes into force for one subject: timers for facts already there are planted anew or cancelled. */
    public Outcome activation(State state, PartitionState partition, Instant at) {
        Turn turn = turn(state, partition, at);
        new Dates(turn).replant();
        fireDue(turn);
        return turn.outcome();
    }

    /** Whether the timers that wait for dates are the same as under the edition before, so that its activation changes nobody. */
    public boolean plantsAs(Decide before) {
        return asked.journeys().areDatedAs(before.asked.journeys());
    }

    private Turn turn(State state, PartitionState partition, Instant at) {
        return new Turn(asked, state, partition, at);
    }

    private static void fireDue(Turn turn) {
        for (var due = turn.state.timers().due(turn.at);
                due.isPresent();
                due = turn.state.timers().due(turn.at)) {
            fire(turn, due.get());
        }
    }

    private static void fire(Turn turn, Timer timer) {
        turn.state = turn.state.with(turn.state.timers().without(timer.id()));
        if (timer instanceof Timer.OnDate date) {
            new Dates(turn).due(date);
        } else if (timer instanceof Timer.OnAbsence absence) {
            new Absences(turn).due(absence);
        } else if (timer instanceof Timer.NextStep next) {
            new Enrol(turn).goOn(next);
        } else if (timer instanceof Timer.HoldEnds hold) {
            if (Arbitration.isOne(hold)) {
                new Arbitration(turn).over(hold);
            } else if (OwnTime.isOne(hold)) {
                new OwnTime(turn).over(hold);
            } else {
                new Judge(turn).again(hold);
                new Enrol(turn).settle(hold.intent());
            }
        }
    }
}
