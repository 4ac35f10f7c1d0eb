package io.siyu.decision;

import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.SortedByText;
import io.siyu.member.Ways;
import org.jspecify.annotations.Nullable;

/** Counts of what became of a campaign's steps, each counted where it happens; written once per turn. */
final class Tally {
    private final SortedByText<Long> before;
    private SortedByText<Long> steps;
    private Ways ways;

    Tally(PartitionState state) {
        this.before = SortedByText.of(state.steps());
        this.steps = before;
        this.ways = state.ways();
    }

    void count(Case c, Ruling ruling) {
        Intent intent = c.intent();
        String campaign = intent.campaign();
        if (campaign == null) {
            return;
        }
        String step = intent.step() == null ? "" : intent.step();
        String verdict = campaign + "/" + step + "/" + ruling.verdict().word();
        String key = ruling.reason().isEmpty() ? verdict : verdict + ":" + ruling.reason();
        add(key);
        move(
                Ways.row(campaign, step, Guards.sendsText(c) ? Ways.MESSAGE : intent.action()),
                c.past().held(),
                ruling);
    }

    private void move(String row, @Nullable String held, Ruling ruling) {
        // why: what was held before ways were counted was never counted as held; it is counted from now on.
        if (held == null || held.isEmpty()) {
            ways = ways.plus(row, Ways.PROPOSED);
        } else {
            ways = ways.minus(row, Ways.HELD);
        }
        ways = switch (ruling.verdict()) {
            case HOLD -> ways.plus(row, Ways.HELD);
            case DROP -> ways.plus(row, Ways.DROPPED);
            case SEND -> ways.plus(row, Ways.PASSED);
        };
    }

    /** A member took a path, such as {@code branch-4.1}, or none of a branch, {@code branch-4.0}. */
    void took(String campaign, String path) {
        add(campaign + "/" + path + "/taken");
    }

    private void add(String key) {
        Long sofar = steps.get(key);
        steps = steps.with(key, sofar == null ? 1L : sofar + 1);
    }

    PartitionState into(PartitionState state) {
        return steps == before ? state : state.with(steps, ways);
    }
}
