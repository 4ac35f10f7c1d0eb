package io.siyu.decision;

import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Fired.RuleFault;
import java.util.List;

/**
 * Everything one subject's part of an entry brought.
 *
 * @param faults rules that could not be evaluated
 */
public record Outcome(
        State state,
        PartitionState partition,
        List<Decision> decisions,
        List<Letter> letters,
        List<Request> requests,
        List<RuleFault> faults) {
    public Outcome {
        decisions = List.copyOf(decisions);
        letters = List.copyOf(letters);
        requests = List.copyOf(requests);
        faults = List.copyOf(faults);
    }
}
