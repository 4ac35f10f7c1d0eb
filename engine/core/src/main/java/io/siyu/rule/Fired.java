package io.siyu.rule;

import java.util.List;

/**
 * What one evaluation of the rules brought.
 *
 * @param proposals sorted
 * @param faults rules that threw or went over their limit; the others count all the same
 */
public record Fired(List<Proposal> proposals, List<RuleFault> faults) {

    /** Nothing proposed, nothing wrong. */
    public static final Fired NOTHING = new Fired(List.of(), List.of());

    /**
     * A rule that could not be evaluated for one fact.
     *
     * @param rule the rule's name; empty if it cannot be told
     * @param reason in plain words
     * @param limit whether a limit stopped it; else it threw
     */
    public record RuleFault(String rule, String reason, boolean limit) {}

    public Fired {
        proposals = proposals.stream().sorted().toList();
        faults = List.copyOf(faults);
    }
}
