package io.siyu.rule.drools.typed;

import io.siyu.event.EventType;
import io.siyu.rule.Fact;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.drools.drl.Written;
import java.util.List;

/**
 * A rule ready to be evaluated.
 *
 * @param clauses all must hold
 * @param written each clause as its author wrote it
 * @param proposal what it suggests; the same for every fact
 */
public record TypedRule(
        RuleSummary summary, EventType event, List<Clause> clauses, List<Written> written, Proposal proposal) {

    public TypedRule {
        clauses = List.copyOf(clauses);
        written = List.copyOf(written);
    }

    public String name() {
        return summary.name();
    }

    /** Whether a fact of its event type meets all its conditions. */
    public boolean holds(Fact fact) {
        for (Clause clause : clauses) {
            if (!clause.holds(fact)) {
                return false;
            }
        }
        return true;
    }
}
