package io.siyu.archive;

import io.siyu.archive.Snapshots.Taken;
import io.siyu.event.Entry;
import io.siyu.member.PartitionState;
import io.siyu.member.json.StateJson;
import io.siyu.partition.Advance;
import io.siyu.partition.MemoryHoldings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partition held after any of its entries, decided again from a snapshot and the entries behind it. */
public final class Rebuild {
    private final Past past;
    private final Snapshots snapshots;
    private final Advance advance;
    private final Reader reader;

    /** A partition's past: what the archive holds, and what only the store does yet. */
    public record Past(Archive archive, RecentPast recent) {
        private static final int PAGE = 2_000;

        /** Decided entries behind this position without a gap, and a few before it; none behind it at the end. */
        public List<PastEntry> behind(int partition, long position) {
            return behind(partition, position, PAGE);
        }

        /** The same, at most so many where only the store holds them. */
        public List<PastEntry> behind(int partition, long position, int page) {
            List<PastEntry> archived = archive.around(partition, position + 1);
            boolean holds =
                    !archived.isEmpty() && archived.get(archived.size() - 1).position() > position;
            return holds ? archived : recent.entries(partition, position, page);
        }

        /** The last position that was decided before a moment; log time never goes back, so it is searched by halves. */
        public long lastBefore(int partition, Instant from, long decided) {
            long before = 0;
            long behind = decided + 1;
            while (behind - before > 1) {
                long middle = (before + behind) >>> 1;
                boolean early = behind(partition, middle - 1).stream()
                        .filter(entry -> entry.position() == middle)
                        .anyMatch(entry -> entry.at().isBefore(from));
                if (early) {
                    before = middle;
                } else {
                    behind = middle;
                }
            }
            return before;
        }
    }

    /** Reads the stored form of an entry. */
    @FunctionalInterface
    public interface Reader {
        Entry entry(int partition, PastEntry past);
    }

    /**
     * A partition as it was decided again.
     *
     * @param position of the last entry decided
     * @param from position of the snapshot it began with; 0 if it began with nothing
     * @param differing positions of entries that died when they were live and not now, or the other way round
     */
    public record Rebuilt(long position, long from, MemoryHoldings holdings, List<Long> differing) {
        public Rebuilt {
            differing = List.copyOf(differing);
        }
    }

    /** Decides with {@code advance}, which is the caller's to close. */
    public Rebuild(Past past, Snapshots snapshots, Advance advance, Reader reader) {
        this.past = past;
        this.snapshots = snapshots;
        this.advance = advance;
        this.reader = reader;
    }

    /** The partition after the entry in this place, or its last if that comes first, from the newest snapshot before. */
    public Rebuilt at(int partition, long position) {
        Taken newest = snapshots.of(partition).stream()
                .filter(taken -> taken.position() <= position)
                .findFirst()
                .orElse(null);
        return at(partition, position, newest);
    }

    /** The same from this snapshot, or from nothing. */
    public Rebuilt at(int partition, long position, @Nullable Taken from) {
        MemoryHoldings holdings = from == null ? new MemoryHoldings(PartitionState.fresh(partition)) : holdings(from);
        List<Long> differing = new ArrayList<>();
        long began = from == null ? 0 : from.position();
        long reached = began;
        List<PastEntry> page = past.behind(partition, reached);
        while (!page.isEmpty() && reached < position) {
            for (PastEntry entry : page) {
                if (entry.position() > reached && entry.position() <= position) {
                    reached = requireNext(partition, reached, entry);
                    decide(partition, entry, holdings, differing);
                }
            }
            page = reached < position ? past.behind(partition, reached) : List.of();
        }
        return new Rebuilt(reached, began, holdings, differing);
    }

    private void decide(int partition, PastEntry entry, MemoryHoldings holdings, List<Long> differing) {
        var commit = advance.decide(reader.entry(partition, entry), holdings);
        holdings.apply(commit);
        if (entry.dead().isEmpty() != commit.dead().isEmpty()) {
            differing.add(entry.position());
        }
    }

    private MemoryHoldings holdings(Taken from) {
        List<MemoryHoldings> read = new ArrayList<>(1);
        snapshots.read(from, state -> {
            if (read.isEmpty()) {
                read.add(new MemoryHoldings(StateJson.readPartition(state)));
            } else {
                read.get(0).take(StateJson.read(state));
            }
        });
        return read.get(0);
    }

    static long requireNext(int partition, long position, PastEntry entry) {
        if (entry.position() != position + 1) {
            throw new IllegalStateException("The past of partition (" + partition + ") lacks the entry ("
                    + (position + 1) + ").\nMaybe a file of the archive is missing; put back the copy you kept.");
        }
        return entry.position();
    }
}
