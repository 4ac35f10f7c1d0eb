package io.siyu.decision;

import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Consulted;
import io.siyu.rule.Fired.RuleFault;
import java.util.List;

/**
 * Everything one subject's part of an entry brought.
 *
 * @param consulted about which facts the rules were asked, in order
 * @param faults rules that could not be evaluated
 */
public record Outcome(
        State state,
        PartitionState partition,
        List<Decision> decisions,
        List<Letter> letters,
        List<Request> requests,
        List<Consulted> consulted,
        List<RuleFault> faults) {
    public Outcome {
        decisions = List.copyOf(decisions);
        letters = List.copyOf(letters);
        requests = List.copyOf(requests);
        consulted = List.copyOf(consulted);
        faults = List.copyOf(faults);
    }
}
