package io.siyu.partition;

import io.siyu.decision.Decision;
import io.siyu.decision.Letter;
import io.siyu.decision.Request;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Consulted;
import io.siyu.rule.Fired.RuleFault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one entry changes in its partition; written whole or not at all.
 *
 * @param states the new states, in the order first touched; a state's timers tell when it is next due
 * @param decisions in the order made; those that send carry their text and go to the outbox
 * @param requests about messages of earlier entries, or of this one; a store that sends nothing leaves them out
 * @param next appended to this partition's log, at the same log time
 * @param consulted about which facts the rules were asked; for those who count, no store keeps it
 * @param dead why the entry could not be decided; empty for all others. A dead entry changes nothing else
 */
public record Commit(
        Entry entry,
        PartitionState partition,
        Map<Subject, State> states,
        List<Decision> decisions,
        List<Letter> letters,
        List<Request> requests,
        List<Next> next,
        List<Consulted> consulted,
        List<RuleFault> faults,
        String dead) {
    public Commit {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        decisions = List.copyOf(decisions);
        letters = List.copyOf(letters);
        requests = List.copyOf(requests);
        next = List.copyOf(next);
        consulted = List.copyOf(consulted);
        faults = List.copyOf(faults);
    }
}
