package io.siyu.report;

import io.siyu.decision.Verdict;
import java.util.List;

/**
 * What the house did since it was founded, as far as it is projected.
 *
 * @param entries entries decided: events, letters, ticks, scans, control entries, receipts
 * @param events events from outside among them
 * @param dead entries that could not be decided
 * @param decisions by verdict and reason, most frequent first
 */
public record Counts(long entries, long events, long dead, List<ByReason> decisions) {

    /** How often one verdict was given for one reason; a send has none. */
    public record ByReason(Verdict verdict, String reason, long count) {}

    public Counts {
        decisions = List.copyOf(decisions);
    }

    /** All decisions with this verdict. */
    public long of(Verdict verdict) {
        return decisions.stream()
                .filter(d -> d.verdict() == verdict)
                .mapToLong(ByReason::count)
                .sum();
    }
}
