package io.siyu.report.reach;

import io.siyu.decision.Ruling;
import io.siyu.decision.Verdict;
import io.siyu.replay.Estimate;
import io.siyu.report.reach.Reach.Gap;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts members as they are asked; of one thread. */
final class Tally {
    private static final String HOLDOUT = "holdout";

    private long members;
    private long matched;
    private long reachable;
    private final Map<Kind, Long> gaps = new HashMap<>();

    private record Kind(String reason, String verdict, String about) {}

    void member(Optional<Ruling> ruling) {
        members++;
        if (ruling.isEmpty()) {
            return;
        }
        matched++;
        Ruling said = ruling.get();
        if (said.verdict() == Verdict.SEND) {
            reachable++;
        } else {
            // why: what other guards measured against differs from member to member, such as the end of a cap
            String about = said.reason().equals(HOLDOUT) ? said.ref() : "";
            gaps.merge(new Kind(said.reason(), said.verdict().word(), about), 1L, Long::sum);
        }
    }

    long members() {
        return members;
    }

    void add(Tally other) {
        members += other.members;
        matched += other.matched;
        reachable += other.reachable;
        other.gaps.forEach((kind, count) -> gaps.merge(kind, count, Long::sum));
    }

    /** What it comes to, when so many partitions were read. */
    Reach told(int read, int partitions, Instant at) {
        double share = (double) read / partitions;
        List<Gap> told = gaps.entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue()
                        .reversed()
                        .thenComparing(gap -> gap.getKey().toString(), Comparator.naturalOrder()))
                .map(gap -> new Gap(
                        gap.getKey().reason(),
                        gap.getKey().verdict(),
                        gap.getKey().about(),
                        Estimate.ofMembers(gap.getValue(), share)))
                .toList();
        return new Reach(
                read,
                partitions,
                at,
                Estimate.ofMembers(members, share),
                Estimate.ofMembers(matched, share),
                Estimate.ofMembers(reachable, share),
                told);
    }
}
