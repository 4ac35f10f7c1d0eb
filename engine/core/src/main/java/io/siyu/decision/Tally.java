package io.siyu.decision;

import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of what became of a campaign's steps, each counted where it happens; written once per turn. */
final class Tally {
    private final Map<String, Long> before;
    private @Nullable Map<String, Long> after;

    Tally(Map<String, Long> before) {
        this.before = before;
    }

    void count(Intent intent, Ruling ruling) {
        if (intent.campaign() == null) {
            return;
        }
        String step = intent.step() == null ? "" : intent.step();
        String key = intent.campaign() + "/" + step + "/" + ruling.verdict().word();
        Map<String, Long> counts = after == null ? new TreeMap<>(before) : after;
        after = counts;
        counts.merge(ruling.reason().isEmpty() ? key : key + ":" + ruling.reason(), 1L, Long::sum);
    }

    PartitionState into(PartitionState state) {
        return after == null ? state : state.withSteps(after);
    }
}
