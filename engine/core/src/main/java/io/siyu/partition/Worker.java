package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.partition.FailPoint.Place;
import io.siyu.partition.PartitionStates.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    private final Map<Integer, List<Entry>> waiting = new TreeMap<>();
    private final Visits visits = new Visits();

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
            read();
            decide(visits.few(waiting));
            int decided = write();
            settled = true;
            return decided;
        } finally {
            if (!settled) {
                held.clear();
                waiting.clear();
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

    /** Reads on behind what was read and is not decided. */
    private void read() {
        Map<Integer, Long> positions = new LinkedHashMap<>();
        held.forEach((partition, holds) -> {
            List<Entry> before = waiting.getOrDefault(partition, List.of());
            if (before.isEmpty()) {
                positions.put(partition, holds.position());
            } else if (before.size() < BATCH) {
                positions.put(partition, before.get(before.size() - 1).position());
            }
        });
        house.log()
                .entries(positions, BATCH)
                .forEach((partition, entries) -> waiting.computeIfAbsent(partition, p -> new ArrayList<>())
                        .addAll(entries));
    }

    private void load(Map<Integer, List<Entry>> batches) {
        Set<Subject> wanted = visited(batches);
        for (List<Entry> batch : batches.values()) {
            for (Entry entry : batch) {
                if (entry.event().subject().kind() != SubjectKind.PARTITION) {
                    wanted.add(entry.event().subject());
                }
            }
        }
        wanted.removeIf(cache::knows);
        if (!wanted.isEmpty()) {
            cache.take(wanted, house.states().states(wanted));
        }
    }

    /** Asks at once whom the ticks and scans visit. */
    private Set<Subject> visited(Map<Integer, List<Entry>> batches) {
        List<Visit> asked = new ArrayList<>();
        batches.forEach((partition, batch) -> {
            if (Visits.is(batch.get(0))) {
                asked.add(Visits.of(partition, batch.get(0)));
            }
        });
        Set<Subject> subjects = new LinkedHashSet<>();
        if (!asked.isEmpty()) {
            List<List<Subject>> found = house.states().visited(asked);
            for (int i = 0; i < asked.size(); i++) {
                require(asked.get(i).partition()).foresee(asked.get(i), found.get(i));
                subjects.addAll(found.get(i));
            }
        }
        return subjects;
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
            if (Visits.is(entry) && holds.changed()) {
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
        // why: the store may take them in several turns; what few subjects are in is what people wait for.
        flushes.sort(Comparator.comparing(flush -> flush.changes().size()));
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
            waiting.remove(partition);
            cache.forget(partition, house.partitions());
            return 0;
        }
        require(partition).keep();
        decided(partition, flush.commits().size());
        house.written().written(flush);
        return flush.commits().size();
    }

    private void decided(int partition, int entries) {
        List<Entry> batch = waiting.getOrDefault(partition, List.of());
        if (batch.size() <= entries) {
            waiting.remove(partition);
        } else {
            batch.subList(0, entries).clear();
        }
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
