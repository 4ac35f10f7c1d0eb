package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.archive.HighMarks;
import io.siyu.archive.HighMarks.Mark;
import io.siyu.archive.HighWater;
import io.siyu.report.Health.Ill;
import io.siyu.report.Rollback;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Notices that Redis lost entries it held: a log that ends before its high mark, or holds another entry in that place. Then,
 * and until it has looked after a fault, nothing of marketing is claimed.
 */
final class RedisRollback implements Rollback {
    private final RedisStore store;
    private final HighWater kept;
    private final Clock clock;
    private @Nullable HighMarks marks;
    /** How many faults Redis had had when the marks were compared last. */
    private volatile long looked = -1;

    private volatile HighMarks known = HighMarks.NONE;

    RedisRollback(RedisStore store, HighWater kept, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether marketing has to wait. */
    boolean stops() {
        return looked != store.faults() || !known.lost().isEmpty();
    }

    /** This node owns the house now; what another noted meanwhile counts. */
    synchronized void begin() {
        marks = null;
        looked = -1;
        look();
    }

    /** Compares the logs with their high marks, and moves the marks on. */
    synchronized void look() {
        long faults = store.faults();
        // why: a Redis that was away may have come back with less.
        boolean all = looked != faults;
        HighMarks before = marks();
        Map<Integer, Long> tails = tails();
        Map<Integer, Long> missing = missing(before, tails, all);
        HighMarks told = missing.isEmpty() ? before : before.missing(missing, clock.instant());
        Map<Integer, Long> moved = new TreeMap<>(tails);
        moved.entrySet()
                .removeIf(tail ->
                        told.lost().containsKey(tail.getKey()) || tail.getValue() == position(told, tail.getKey()));
        HighMarks after = told.with(at(moved));
        if (!after.equals(before)) {
            kept.write(after);
        }
        keep(after);
        looked = faults;
    }

    private HighMarks marks() {
        HighMarks read = marks;
        if (read == null) {
            read = kept.read();
        }
        return read;
    }

    private void keep(HighMarks now) {
        marks = now;
        known = now;
    }

    private Map<Integer, Long> tails() {
        Map<Integer, Long> tails = new TreeMap<>();
        store.ask(
                        IntStream.range(0, store.partitions()).boxed().toList(),
                        (pipeline, p) -> pipeline.hget(RedisKeys.at(p), "tail"))
                .forEach((partition, tail) -> tails.put(partition, tail == null ? 0 : Long.parseLong(tail)));
        return tails;
    }

    /** @param all whether to look at every mark, not only at those something was written behind */
    private Map<Integer, Long> missing(HighMarks before, Map<Integer, Long> tails, boolean all) {
        Map<Integer, Long> missing = new TreeMap<>();
        Map<Integer, Long> there = new TreeMap<>();
        before.reached().forEach((partition, mark) -> {
            long tail = tails.getOrDefault(partition, 0L);
            if (tail < mark.position()) {
                missing.put(partition, mark.position() - tail);
            } else if (all || tail > mark.position()) {
                there.put(partition, mark.position());
            }
        });
        at(there).forEach((partition, found) -> {
            Mark mark = before.reached().get(partition);
            if (mark != null && !found.at().equals(mark.at())) {
                missing.put(partition, 1L);
            }
        });
        return missing;
    }

    private static long position(HighMarks marks, int partition) {
        Mark mark = marks.reached().get(partition);
        return mark == null ? 0 : mark.position();
    }

    /** The entries in these places; those that only the archive holds are absent. */
    private Map<Integer, Mark> at(Map<Integer, Long> places) {
        Map<Integer, Mark> found = new TreeMap<>();
        store.ask(places.keySet(), (pipeline, partition) -> {
                    byte[] place = bytes(Long.toString(places.getOrDefault(partition, 0L)));
                    return pipeline.xrange(bytes(RedisKeys.log(partition)), place, place, 1);
                })
                .forEach((partition, elements) -> elements.forEach(element -> {
                    List<?> entry = (List<?>) element;
                    List<?> fields = (List<?>) entry.get(1);
                    Instant at = Micros.instant(Long.parseLong(EntryForm.text(fields.get(3))));
                    found.put(partition, new Mark(EntryForm.position((byte[]) entry.get(0)), at));
                }));
        return found;
    }

    @Override
    public Optional<Loss> loss() {
        HighMarks now = known;
        if (now.lost().isEmpty() || now.noticed() == null) {
            return Optional.empty();
        }
        long entries = now.lost().values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Loss(now.noticed(), entries, now.lost().size()));
    }

    @Override
    public synchronized boolean acknowledge() {
        HighMarks before = marks();
        // why: the owner alone writes the marks, and would write over ours.
        if (!store.owner() || before.lost().isEmpty()) {
            return false;
        }
        Map<Integer, Mark> others = new TreeMap<>(before.reached());
        others.keySet().removeAll(before.lost().keySet());
        HighMarks after = new HighMarks(others, Map.of(), null);
        kept.write(after);
        keep(after);
        return true;
    }

    /** The loss as an operator reads it. */
    List<Ill> ills() {
        return loss()
                .map(loss -> new Ill(
                        "rollback",
                        "Redis lost at least " + loss.entries() + " entries of " + loss.partitions()
                                + " partitions that were there (noticed at " + loss.noticed()
                                + "); marketing messages wait, the rest goes on.\nMaybe bring back Redis' data; else have"
                                + " what was sent in the last seconds sent again, and acknowledge the loss on the Outbox"
                                + " screen."))
                .stream()
                .toList();
    }
}
