package io.siyu.partition;

import io.siyu.decision.Decision;
import io.siyu.decision.Letter;
import io.siyu.decision.Outcome;
import io.siyu.decision.Request;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Consulted;
import io.siyu.rule.Fired.RuleFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one entry has changed so far, over what its partition holds. */
abstract class Changes {
    final Entry entry;
    final Holdings holdings;
    PartitionState partition;
    final List<Next> next = new ArrayList<>(1);
    private final Map<Subject, State> states = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>(0);
    private final List<Consulted> consulted = new ArrayList<>(1);
    private final List<RuleFault> faults = new ArrayList<>();

    Changes(Entry entry, Holdings holdings) {
        this.entry = entry;
        this.holdings = holdings;
        this.partition = holdings.partition();
    }

    abstract String compose(Decision decision);

    /** The subject's state as changed so far; a fresh one if nothing is known of it. */
    State state(Subject subject) {
        State changed = states.get(subject);
        if (changed != null) {
            return changed;
        }
        State held = holdings.state(subject);
        return held != null ? held : State.fresh(subject, entry.position());
    }

    void take(Outcome outcome) {
        states.put(outcome.state().subject(), outcome.state());
        partition = outcome.partition();
        for (Decision decision : outcome.decisions()) {
            decisions.add(decision.speaks() ? decision.with(compose(decision)) : decision);
        }
        letters.addAll(outcome.letters());
        requests.addAll(outcome.requests());
        consulted.addAll(outcome.consulted());
        faults.addAll(outcome.faults());
    }

    void tell(Letter letter) {
        letters.add(letter);
    }

    void ask(Request request) {
        requests.add(request);
    }

    Commit commit() {
        return new Commit(entry, partition, states, decisions, letters, requests, next, consulted, faults, "");
    }

    Commit dead(RuntimeException why) {
        String reason = why.getClass().getSimpleName() + ": " + why.getMessage();
        PartitionState before = holdings.partition();
        return new Commit(
                entry, before, Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), reason);
    }
}
