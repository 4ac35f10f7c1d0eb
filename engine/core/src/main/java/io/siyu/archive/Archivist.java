package io.siyu.archive;

import io.siyu.archive.RecentPast.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Brings what partitions decided into the archive, segment by segment, and records how far only once it is kept: a crash
 * in between writes the segment again. For one thread but for {@link #complaints()}.
 */
public final class Archivist {
    private final RecentPast recent;
    private final Archive archive;
    private final Pace pace;
    private final Clock clock;
    private final Map<Integer, Instant> waiting = new TreeMap<>();
    private final Map<Integer, String> complaints = new ConcurrentSkipListMap<>();
    private boolean looked;

    /**
     * When a segment is written.
     *
     * @param entries most entries of a segment; so many that wait are one
     * @param bytes about the most bytes of a segment before it is compressed
     * @param patience how long fewer entries wait
     */
    public record Pace(int entries, long bytes, Duration patience) {
        /** As a server archives. */
        public static final Pace USUAL = new Pace(5_000, 16_000_000, Duration.ofHours(6));
    }

    /** Archives what this store decides. */
    public Archivist(RecentPast recent, Archive archive, Pace pace, Clock clock) {
        this.recent = recent;
        this.archive = archive;
        this.pace = pace;
        this.clock = clock;
    }

    /** One segment of each partition that has enough for one; false if none has. */
    public boolean round() {
        if (!looked) {
            recent.reaches().forEach(this::look);
            looked = true;
        }
        boolean any = false;
        for (Reach reach : recent.reaches()) {
            if (isDue(reach)) {
                write(reach);
                any = true;
            }
        }
        return any;
    }

    /** Archives all that is decided by now. */
    public void finish() {
        for (Reach reach : recent.reaches()) {
            for (long archived = reach.archived(); archived < reach.decided(); ) {
                archived = write(new Reach(reach.partition(), reach.decided(), archived));
            }
        }
    }

    /** What is missing or does not fit, for an operator. */
    public List<String> complaints() {
        return List.copyOf(complaints.values());
    }

    private void look(Reach reach) {
        int partition = reach.partition();
        long whole = archive.whole(partition, reach.archived());
        if (whole < reach.archived()) {
            List<PastEntry> still = recent.entries(partition, whole, 1);
            if (!still.isEmpty() && still.get(0).position() == whole + 1) {
                recent.archived(partition, whole);
            } else {
                complaints.put(
                        partition,
                        "The archive of partition (" + partition + ") lacks entries from (" + (whole + 1)
                                + ").\nMaybe its files lie on another machine, or are damaged; put back the copy you kept.");
            }
        }
        if (archive.end(partition) > reach.decided()) {
            complaints.put(
                    partition,
                    "The archive of partition (" + partition + ") goes on to (" + archive.end(partition)
                            + "), the store ends at (" + reach.decided()
                            + ").\nMaybe the store lost what it held; stop Siyu and restore it before going on.");
        }
    }

    private boolean isDue(Reach reach) {
        long count = reach.decided() - reach.archived();
        if (count <= 0) {
            waiting.remove(reach.partition());
            return false;
        }
        Instant since = waiting.computeIfAbsent(reach.partition(), p -> clock.instant());
        return count >= pace.entries() || !clock.instant().isBefore(since.plus(pace.patience()));
    }

    private long write(Reach reach) {
        List<PastEntry> segment = new ArrayList<>();
        long last = reach.archived();
        long bytes = 0;
        while (last < reach.decided() && segment.size() < pace.entries() && bytes < pace.bytes()) {
            List<PastEntry> page = recent.entries(reach.partition(), last, pace.entries() - segment.size());
            requireNext(reach.partition(), last, page);
            segment.addAll(page);
            last = page.get(page.size() - 1).position();
            bytes += page.stream().mapToLong(PastEntry::size).sum();
        }
        archive.put(reach.partition(), reach.archived(), segment);
        recent.archived(reach.partition(), last);
        waiting.remove(reach.partition());
        return last;
    }

    private static void requireNext(int partition, long after, List<PastEntry> page) {
        if (page.isEmpty() || page.get(0).position() != after + 1) {
            throw new IllegalStateException("Partition (" + partition + ") has no entry (" + (after + 1)
                    + ") to archive.\nMaybe it was trimmed by hand.");
        }
    }
}
