package io.siyu.web.live;

import io.siyu.decision.Verdict;
import java.util.List;

/**
 * Decisions counted by verdict and by the reason of what did not go out at once.
 *
 * @param reasons the most frequent first
 */
public record Tally(long sent, long held, long dropped, List<Reason> reasons) {

    public Tally {
        reasons = List.copyOf(reasons);
    }

    public long total() {
        return sent + held + dropped;
    }

    /** Where the share of sends ends on a bar of 1000. */
    public long sentWidth() {
        return share(sent);
    }

    /** Where the share of holds ends on a bar of 1000. */
    public long heldEnd() {
        return share(sent + held);
    }

    private long share(long count) {
        return total() == 0 ? 0 : count * 1000 / total();
    }

    /**
     * How often guards answered with one code.
     *
     * @param code reason code of a decision line, such as {@code quiet.hours}
     */
    public record Reason(Verdict verdict, String code, long count) {}
}
