package io.siyu.web.audience;

import io.siyu.campaign.Diagnostic;
import io.siyu.replay.Estimate;
import io.siyu.report.reach.Reach;
import io.siyu.report.reach.Reach.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audience or a campaign comes to; counts are absent when the draft has faults.
 *
 * @param exact whether every member was asked
 * @param read partitions that were read, of {@code partitions}
 */
public record ReachTold(
        boolean exact,
        int read,
        int partitions,
        @Nullable Instant at,
        @Nullable Estimate members,
        @Nullable Estimate matched,
        @Nullable Estimate reachable,
        List<Gap> gaps,
        List<FaultTold> faults) {

    /** A fault of the text that was sent. */
    public record FaultTold(int line, int column, String code, String message) {}

    /** A count under its word. */
    public record Line(String word, Estimate members) {}

    public ReachTold {
        gaps = List.copyOf(gaps);
        faults = List.copyOf(faults);
    }

    /** The counts from all members down to those it reaches; empty when the draft has faults. */
    public List<Line> asLines() {
        return members == null || matched == null || reachable == null
                ? List.of()
                : List.of(new Line("all", members), new Line("matched", matched), new Line("reachable", reachable));
    }

    /** What was counted, or the faults for which nothing was. */
    public static ReachTold of(@Nullable Reach reach, List<Diagnostic> faults) {
        List<FaultTold> told = faults.stream()
                .map(fault -> new FaultTold(fault.line(), fault.column(), fault.code(), fault.message()))
                .toList();
        return reach == null
                ? new ReachTold(false, 0, 0, null, null, null, null, List.of(), told)
                : new ReachTold(
                        reach.isExact(),
                        reach.read(),
                        reach.partitions(),
                        reach.at(),
                        reach.members(),
                        reach.matched(),
                        reach.reachable(),
                        reach.gaps(),
                        told);
    }
}
