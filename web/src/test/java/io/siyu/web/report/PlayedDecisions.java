package io.siyu.web.report;

import io.siyu.decision.Verdict;
import io.siyu.partition.StoreDownException;
import io.siyu.report.KeptDecisions;
import io.siyu.report.Told;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A house of two partitions that decided twice, or often until its store goes away. */
public final class PlayedDecisions implements KeptDecisions {

    private static final int OFTEN = 1_000;

    private volatile boolean goingAway;

    /** From now on the store is gone after the first page of decisions, or here again. */
    public void goesAway(boolean away) {
        goingAway = away;
    }

    @Override
    public int partitions() {
        return 2;
    }

    @Override
    public List<Told> decisions(int partition, @Nullable Told after, int limit) {
        if (goingAway && after != null) {
            throw new StoreDownException("The store went away.");
        }
        int count = after == null ? 1 : 0;
        return Collections.nCopies(goingAway ? OFTEN : count, told(partition));
    }

    private static Told told(int partition) {
        Instant at = Instant.parse("2026-11-05T12:00:00Z").minusSeconds(partition);
        String line = "{\"at\":\"" + at + "\",\"text\":\"谢谢\"}";
        return new Told(
                partition,
                1,
                0,
                at,
                "m",
                "e",
                "r",
                "",
                "",
                "",
                "",
                "",
                Verdict.DROP,
                "consent.unknown",
                null,
                "",
                line);
    }
}
