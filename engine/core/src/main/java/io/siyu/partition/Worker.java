package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.partition.FailPoint.Place;
import io.siyu.partition.PartitionStates.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides the entries of the partitions it owns: reads what lies behind their checkpoints, loads the states missing,
 * decides, and writes each partition's batch whole. For one thread.
 */
public final class Worker implements AutoCloseable {
    /** Most entries of a partition decided before they are written. */
    static final int BATCH = 256;

    /** The type of an entry behind which what the partition holds is kept. */
    public static final String SNAPSHOT = "snapshot";

    private final House house;
    private final Advance advance;
    private final StateCache cache;
    private final Set<Integer> owned;
    private final Map<Integer, Held> held = new TreeMap<>();

    /** What a worker works with. */
    public record House(
            PartitionLog log, PartitionStates states, Written written, FailPoint failPoint, int partitions) {}

    /** Is told what a worker wrote, on the worker's thread. */
    @FunctionalInterface
    public interface Written {
        void written(Flush flush);

        /** A batch is decided and about to be written; {@code took} is real time, without reading the log. */
        default void decided(Duration took) {}
    }

    /** Owns these partitions; keeps about {@code cached} states of their subjects in memory. */
    public Worker(House house, Advance advance, Collection<Integer> owned, int cached) {
        this.house = house;
        this.advance = advance;
        this.owned = new LinkedHashSet<>(owned);
        this.cache = new StateCache(cached);
    }

    /**
     * Decides a batch of each partition.
     *
     * @return how many entries were decided and written; 0 when there was nothing to do
     * @throws StoreDownException when it is not known what was written; the next round reads the checkpoints again
     */
    public int round() {
        boolean settled = false;
        try {
            cache.shrink();
            open();
            Map<Integer, List<Entry>> batches = house.log().entries(positions(), BATCH);
            decide(batches);
            int decided = write();
            settled = true;
            return decided;
        } finally {
            if (!settled) {
                held.clear();
                cache.clear();
            }
        }
    }

    private void open() {
        List<Integer> closed = owned.stream().filter(p -> !held.containsKey(p)).toList();
        if (!closed.isEmpty()) {
            for (Checkpoint checkpoint : house.states().checkpoints(closed)) {
                held.put(checkpoint.partition(), new Held(house.states(), cache, checkpoint));
            }
        }
    }

    private Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new LinkedHashMap<>();
        held.forEach((partition, holds) -> positions.put(partition, holds.position()));
        return positions;
    }

    private void load(Map<Integer, List<Entry>> batches) {
        Set<Subject> missing = new LinkedHashSet<>();
        for (List<Entry> batch : batches.values()) {
            for (Entry entry : batch) {
                Subject subject = entry.event().subject();
                if (subject.kind() != SubjectKind.PARTITION && !cache.knows(subject)) {
                    missing.add(subject);
                }
            }
        }
        if (!missing.isEmpty()) {
            cache.take(missing, house.states().states(missing));
        }
    }

    private void decide(Map<Integer, List<Entry>> batches) {
        if (!batches.isEmpty()) {
            long began = System.nanoTime();
            load(batches);
            batches.forEach(this::decide);
            house.written().decided(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void decide(int partition, List<Entry> batch) {
        Held holds = require(partition);
        for (Entry entry : batch) {
            // why: a tick or scan asks the store's indexes, which know only what is written.
            boolean asks = entry.kind() == EntryKind.TICK || entry.kind() == EntryKind.SCAN;
            if (asks && holds.changed()) {
                return;
            }
            holds.apply(advance.decide(entry, holds));
            if (entry.event().type().name().equals(SNAPSHOT)) {
                // why: what is stored after this batch is what the partition held after this entry.
                return;
            }
        }
    }

    private int write() {
        List<Flush> flushes = new ArrayList<>();
        for (Held holds : held.values()) {
            if (holds.changed()) {
                flushes.add(holds.flush());
            }
        }
        if (flushes.isEmpty()) {
            return 0;
        }
        house.failPoint().reached(Place.IN_COMMIT);
        List<Answer> answers = house.states().commit(flushes);
        house.failPoint().reached(Place.AFTER_COMMIT);
        int decided = 0;
        for (int i = 0; i < flushes.size(); i++) {
            decided += settle(flushes.get(i), answers.get(i));
        }
        return decided;
    }

    private int settle(Flush flush, Answer answer) {
        int partition = flush.partition().number();
        if (answer == Answer.REFUSED) {
            held.remove(partition);
            cache.forget(partition, house.partitions());
            return 0;
        }
        require(partition).keep();
        house.written().written(flush);
        return flush.commits().size();
    }

    private Held require(int partition) {
        Held holds = held.get(partition);
        if (holds == null) {
            throw new IllegalStateException("Partition (" + partition + ") is not open.");
        }
        return holds;
    }

    @Override
    public void close() {
        advance.close();
    }
}
