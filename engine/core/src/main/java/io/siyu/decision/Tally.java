package io.siyu.decision;

import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.SortedByText;
import java.util.Map;

/** Counts of what became of a campaign's steps, each counted where it happens; written once per turn. */
final class Tally {
    private SortedByText<Long> steps;

    Tally(Map<String, Long> before) {
        this.steps = SortedByText.of(before);
    }

    void count(Intent intent, Ruling ruling) {
        if (intent.campaign() == null) {
            return;
        }
        String step = intent.step() == null ? "" : intent.step();
        String verdict = intent.campaign() + "/" + step + "/" + ruling.verdict().word();
        String key = ruling.reason().isEmpty() ? verdict : verdict + ":" + ruling.reason();
        Long before = steps.get(key);
        steps = steps.with(key, before == null ? 1L : before + 1);
    }

    /** A member took a path, such as {@code branch-4.1}. */
    void took(String campaign, String path) {
        String key = campaign + "/" + path + "/taken";
        Long before = steps.get(key);
        steps = steps.with(key, before == null ? 1L : before + 1);
    }

    PartitionState into(PartitionState state) {
        return steps == state.steps() ? state : state.withSteps(steps);
    }
}
