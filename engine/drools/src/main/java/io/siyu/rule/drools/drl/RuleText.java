package io.siyu.rule.drools.drl;

import java.util.Set;

/**
 * What a file of rules says in DRL.
 *
 * @param faults what is wrong so far; more is added as it is read
 * @param broken lines of the rules that were made only to find more faults in them
 */
public record RuleText(Drl drl, DrlFaults faults, Set<Integer> broken) {
    public RuleText {
        broken = Set.copyOf(broken);
    }

    /** Of a DRL file, which says it itself. */
    public static RuleText ofDrl(String file, String drl) {
        return new RuleText(Drl.asWritten(drl), new DrlFaults(file), Set.of());
    }
}
