package io.siyu.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The decisions a live house keeps, as a file: the same lines in the same order as a replay writes.
 *
 * <p>Log time never goes back within a partition, so partitions are merged as they are read: a few thousand decisions are
 * in memory at once, however many there are. What is decided meanwhile may be missing at the end.
 */
public final class DecisionFile {
    private static final int IN_MEMORY = 8_192;
    private static final int FEWEST = 16;
    private static final Comparator<Told> ORDER = Comparator.comparing(Told::at)
            .thenComparingInt(Told::partition)
            .thenComparingLong(Told::position)
            .thenComparingInt(Told::ordinal);

    private DecisionFile() {}

    /** Writes all that are still kept, numbered from 1; how many. */
    public static long write(KeptDecisions kept, OutputStream out) throws IOException {
        int page = Math.max(FEWEST, IN_MEMORY / kept.partitions());
        PriorityQueue<Pages> heads = new PriorityQueue<>(kept.partitions(), Comparator.comparing(Pages::first, ORDER));
        for (int partition = 0; partition < kept.partitions(); partition++) {
            Pages pages = new Pages(kept, partition, page);
            if (pages.any()) {
                heads.add(pages);
            }
        }
        long seq = 0;
        for (Pages next = heads.poll(); next != null; next = heads.poll()) {
            seq++;
            String line = "{\"seq\":" + seq + "," + next.take().line().substring(1) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            if (next.any()) {
                heads.add(next);
            }
        }
        return seq;
    }

    /** One partition's decisions, read a page at a time. */
    private static final class Pages {
        private final KeptDecisions kept;
        private final int partition;
        private final int size;
        private final Deque<Told> read = new ArrayDeque<>();
        private @Nullable Told last;

        Pages(KeptDecisions kept, int partition, int size) {
            this.kept = kept;
            this.partition = partition;
            this.size = size;
        }

        boolean any() {
            if (read.isEmpty()) {
                read.addAll(kept.decisions(partition, last, size));
            }
            return !read.isEmpty();
        }

        Told first() {
            return read.getFirst();
        }

        Told take() {
            Told taken = read.removeFirst();
            last = taken;
            return taken;
        }
    }
}
