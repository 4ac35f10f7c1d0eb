package io.siyu.report;

import io.siyu.member.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where the proposals of one act of a campaign's step are now. Each is in exactly one place, and each place is counted by
 * itself: the audience is the sum of all others.
 *
 * @param step empty for entering the campaign
 * @param act {@code message}, or what else the step does, such as {@code coupon}
 * @param audience all proposals ever made
 * @param pending decided and not claimed: in a queue, deferred, or parked
 * @param claimed in the hands of who sends it
 * @param sent the channel has it; of an act that sends nothing: done
 * @param failed the channel never had it
 * @param unknown nobody knows
 * @param cancelled taken back, or too late to be wanted, before a channel had it
 */
public record StepCount(
        String step,
        String act,
        long audience,
        long dropped,
        long held,
        long pending,
        long claimed,
        long sent,
        long failed,
        long unknown,
        long cancelled) {

    /** Whether the places add up to the audience. */
    public boolean isBalanced() {
        return audience == dropped + held + pending + claimed + sent + failed + unknown + cancelled;
    }

    /** The counts of a campaign among those of all, kept under {@code campaign/step/act/word}. */
    public static List<StepCount> of(String campaign, Map<String, Long> counts) {
        TreeSet<String> rows = new TreeSet<>();
        for (String way : counts.keySet()) {
            if (way.startsWith(campaign + "/")) {
                rows.add(way.substring(0, way.lastIndexOf('/')));
            }
        }
        List<StepCount> steps = new ArrayList<>();
        rows.forEach(row -> steps.add(of(campaign, row, counts)));
        return steps;
    }

    /** why: a rule may name its step as it likes; campaigns and acts have no slash in them */
    private static StepCount of(String campaign, String row, Map<String, Long> counts) {
        int slash = row.lastIndexOf('/');
        String act = row.substring(slash + 1);
        boolean message = act.equals(Ways.MESSAGE);
        return new StepCount(
                row.substring(campaign.length() + 1, slash),
                act,
                count(row, Ways.PROPOSED, counts),
                count(row, Ways.DROPPED, counts),
                count(row, Ways.HELD, counts),
                count(row, "pending", counts),
                count(row, "claimed", counts),
                count(row, message ? "sent" : Ways.PASSED, counts),
                count(row, "failed", counts),
                count(row, "unknown", counts),
                count(row, "cancelled", counts));
    }

    private static long count(String row, String word, Map<String, Long> counts) {
        return counts.getOrDefault(row + "/" + word, 0L);
    }
}
