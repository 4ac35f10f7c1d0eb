package io.siyu.report.reach;

import io.siyu.replay.Estimate;
import java.time.Instant;
import java.util.List;

/**
 * For how many members a message is meant, how many of them it would reach now, and what keeps it from the others.
 *
 * @param read partitions that were read, of {@code partitions}: a fair sample where not all
 * @param at the moment at which the guards were asked
 * @param members all there are
 * @param matched those whom it is meant for
 * @param reachable those of them to whom no guard objects
 * @param gaps what the first guard that objects says, the most frequent first
 */
public record Reach(
        int read, int partitions, Instant at, Estimate members, Estimate matched, Estimate reachable, List<Gap> gaps) {

    /**
     * Members a guard keeps the message from.
     *
     * @param reason the code of the guard that objects, such as {@code consent.unknown}
     * @param verdict {@code drop}, or {@code hold} for what would go later
     * @param about what the guard measured against, where that tells apart: of a holdout the campaign, or {@code global}
     */
    public record Gap(String reason, String verdict, String about, Estimate members) {}

    public Reach {
        gaps = List.copyOf(gaps);
    }

    /** Whether every member was asked. */
    public boolean isExact() {
        return read == partitions;
    }
}
