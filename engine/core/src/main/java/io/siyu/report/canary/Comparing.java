package io.siyu.report.canary;

import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild.Past;
import io.siyu.archive.RecentPast.Reach;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Follows one partition and some others from a moment on; each look reads only what came since the last. A comparison that is
 * begun anew, after a restart, comes to the same. Safe for many threads, one at a time.
 */
public final class Comparing {
    /** why: with eight times the canary's events beside it, more would make its own chance no smaller. */
    private static final int OTHERS = 8;

    private final Past past;
    private final Instant since;
    private final Follow canary;
    private final List<Follow> rest;

    /**
     * Of what was decided since a moment.
     *
     * @param partition the one with the new edition
     * @param partitions of the house
     */
    public Comparing(Past past, Instant since, int partition, int partitions) {
        this.past = past;
        this.since = since;
        this.canary = new Follow(partition);
        int others = Math.min(OTHERS, partitions - 1);
        this.rest = IntStream.range(0, others)
                .map(i -> (partition + 1 + i * (partitions - 1) / others) % partitions)
                .mapToObj(Follow::new)
                .toList();
    }

    /** Both sides as far as they are decided by now. */
    public synchronized Comparison look(double within) {
        Map<Integer, Long> decided = new HashMap<>();
        past.recent().reaches().forEach((Reach reach) -> decided.put(reach.partition(), reach.decided()));
        Conduct others = Conduct.NONE;
        for (Follow one : rest) {
            others = others.and(one.look(decided.getOrDefault(one.partition, 0L)));
        }
        return new Comparison(canary.look(decided.getOrDefault(canary.partition, 0L)), others, rest.size(), within);
    }

    /** One partition, and how far it was read. */
    private final class Follow {
        private final int partition;
        private final ConductReader read = new ConductReader();
        private long reached = -1;

        Follow(int partition) {
            this.partition = partition;
        }

        Conduct look(long decided) {
            if (reached < 0) {
                reached = past.lastBefore(partition, since, decided);
            }
            while (reached < decided) {
                long before = reached;
                for (PastEntry entry : past.behind(partition, reached)) {
                    if (entry.position() > reached) {
                        reached = entry.position();
                        read.read(entry);
                    }
                }
                if (reached == before) {
                    break;
                }
            }
            return read.conduct();
        }
    }
}
