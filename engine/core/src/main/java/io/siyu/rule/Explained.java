package io.siyu.rule;

import io.siyu.rule.RuleBook.RuleSummary;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule as it met one fact, whether it fired or not.
 *
 * @param conditions in written order; it fires when all hold
 * @param fault why it could not be evaluated; empty if it could
 */
public record Explained(RuleSummary rule, List<Seen> conditions, String fault) {
    public Explained {
        conditions = List.copyOf(conditions);
    }

    /** Whether all its conditions held. */
    public boolean fired() {
        return fault.isEmpty() && conditions.stream().allMatch(Seen::held);
    }

    /** The comparisons that kept it from firing, in written order. */
    public List<Seen> missed() {
        return conditions.stream().flatMap(Explained::missed).toList();
    }

    private static Stream<Seen> missed(Seen seen) {
        if (seen.held()) {
            return Stream.empty();
        }
        return seen.parts().stream().allMatch(Seen::held)
                ? Stream.of(seen)
                : seen.parts().stream().flatMap(Explained::missed);
    }
}
