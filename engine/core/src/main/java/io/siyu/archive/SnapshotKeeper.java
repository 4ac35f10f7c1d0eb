package io.siyu.archive;

import io.siyu.archive.RecentPast.Reach;
import io.siyu.archive.Snapshots.Taken;
import io.siyu.event.EntryKind;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has every partition take a snapshot from time to time, one partition after the other. For one thread. */
public final class SnapshotKeeper {
    private final House house;
    private final Archive archive;
    private final Snapshots snapshots;
    private final Duration often;
    private final Map<Integer, Instant> asked = new TreeMap<>();

    /** Where snapshots are asked for; {@code type} is that of the entry that asks. */
    public record House(RecentPast recent, PartitionLog log, HouseTime time, Supplier<EventType> type) {}

    /** Every {@code often} of the house's time, once a partition has an archive. */
    public SnapshotKeeper(House house, Archive archive, Snapshots snapshots, Duration often) {
        this.house = house;
        this.archive = archive;
        this.snapshots = snapshots;
        this.often = often;
    }

    /** Asks one partition that is due; false if none is. */
    public boolean round() {
        Instant now = house.time().now();
        for (Reach reach : house.recent().reaches()) {
            if (isDue(reach, now)) {
                ask(reach.partition(), now);
                return true;
            }
        }
        return false;
    }

    private boolean isDue(Reach reach, Instant now) {
        Instant last = last(reach.partition());
        return last != null && !now.isBefore(last.plus(often)) && reach.decided() > position(reach.partition());
    }

    private long position(int partition) {
        List<Taken> taken = snapshots.of(partition);
        return taken.isEmpty() ? 0 : taken.get(0).position();
    }

    /** Since when the next is waited for; null while nothing is archived. */
    private @Nullable Instant last(int partition) {
        Instant last = asked.get(partition);
        if (last == null) {
            last = kept(partition);
        }
        if (last != null) {
            asked.put(partition, last);
        }
        return last;
    }

    /** When the newest was taken, or else what the archive begins with was entered. */
    private @Nullable Instant kept(int partition) {
        List<Taken> taken = snapshots.of(partition);
        if (!taken.isEmpty()) {
            return taken.get(0).at();
        }
        List<PastEntry> first = archive.around(partition, 1);
        return first.isEmpty() ? null : first.get(0).at();
    }

    private void ask(int partition, Instant now) {
        asked.put(partition, now);
        house.log()
                .append(
                        EntryKind.CONTROL,
                        HouseEvent.of(house.type().get(), "snapshot-" + partition + "-" + now.toEpochMilli())
                                .about(Subject.partition(partition), now),
                        null);
    }
}
