package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.archive.Rebuild;
import io.siyu.archive.Rebuild.Rebuilt;
import io.siyu.archive.RecentPast.Reach;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.json.StateJson;
import io.siyu.partition.MemoryHoldings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZAddParams;

/**
 * Holds what Redis has of partitions against what is decided again, and puts back what Redis lost; what is there is never
 * replaced. For a house nobody else writes to.
 */
public final class RedisRebuild {
    private static final int PAGE = 500;
    private static final SetParams ABSENT = SetParams.setParams().nx();

    private final RedisStore store;
    private final RedisPast past;
    private final Rebuild rebuild;

    RedisRebuild(RedisStore store, RedisPast past, Rebuild rebuild) {
        this.store = store;
        this.past = past;
        this.rebuild = rebuild;
    }

    /**
     * What was found of one partition.
     *
     * @param position of its last decided entry
     * @param from position of the snapshot that deciding began with; 0 if it began with nothing
     * @param states decided again, the partition's own among them
     * @param lost subjects whose state is gone
     * @param unlisted subjects whose state is there but not found by its name or by its timer
     * @param differing subjects whose state is another one
     * @param unexplained subjects that have a state nothing was decided for
     * @param dead positions of entries that died when they were live and not now, or the other way round
     */
    public record Found(
            int partition,
            long position,
            long from,
            long states,
            List<Subject> lost,
            List<Subject> unlisted,
            List<Subject> differing,
            List<Subject> unexplained,
            List<Long> dead) {
        public Found {
            lost = List.copyOf(lost);
            unlisted = List.copyOf(unlisted);
            differing = List.copyOf(differing);
            unexplained = List.copyOf(unexplained);
            dead = List.copyOf(dead);
        }

        /** Whether anything is gone that can be put back. */
        public boolean lacks() {
            return !lost.isEmpty() || !unlisted.isEmpty();
        }

        /** Whether anything is other than it was decided. */
        public boolean departs() {
            return !differing.isEmpty() || !unexplained.isEmpty() || !dead.isEmpty();
        }
    }

    /** What Redis tells of subjects, in their order. */
    private record Stored(List<byte[]> states, List<Double> listed, List<Double> due) {}

    /**
     * Compares a partition.
     *
     * @param whole whether to decide from the first entry instead of from the newest snapshot
     * @param write whether to put back what is lost
     * @throws IllegalStateException when the partition's past is not whole
     */
    public Found compare(int partition, boolean whole, boolean write) {
        long position = decided(partition);
        Rebuilt rebuilt = whole ? rebuild.at(partition, position, null) : rebuild.at(partition, position);
        requireAll(partition, position, rebuilt);
        Findings findings = new Findings(partition, write);
        findings.own(rebuilt.holdings().partition());
        List<Subject> subjects = rebuilt.holdings().subjects();
        for (int first = 0; first < subjects.size(); first += PAGE) {
            findings.page(rebuilt.holdings(), subjects.subList(first, Math.min(subjects.size(), first + PAGE)));
        }
        return new Found(
                partition,
                position,
                rebuilt.from(),
                subjects.size() + 1L,
                findings.lost,
                findings.unlisted,
                findings.differing,
                unexplained(partition, new TreeSet<>(subjects)),
                rebuilt.differing());
    }

    private long decided(int partition) {
        return past.reaches().stream()
                .filter(reach -> reach.partition() == partition)
                .mapToLong(Reach::decided)
                .findFirst()
                .orElseThrow();
    }

    private static void requireAll(int partition, long position, Rebuilt rebuilt) {
        if (rebuilt.position() != position) {
            throw new IllegalStateException("The past of partition (" + partition + ") ends at the entry ("
                    + rebuilt.position() + "), and (" + position
                    + ") were decided.\nMaybe a file of the archive is missing; put back the copy you kept.");
        }
    }

    /** Those in the partition's list of names that nothing was decided for. */
    private List<Subject> unexplained(int partition, Set<Subject> decided) {
        List<String> names = store.ask(redis -> redis.zrange(RedisKeys.ids(partition), 0, -1));
        return names.stream()
                .map(Subject::parse)
                .filter(subject -> !decided.contains(subject))
                .toList();
    }

    /** What one comparison finds, and, if it shall, mends. */
    private final class Findings {
        private final int partition;
        private final boolean write;
        private final List<Subject> lost = new ArrayList<>();
        private final List<Subject> unlisted = new ArrayList<>();
        private final List<Subject> differing = new ArrayList<>();

        Findings(int partition, boolean write) {
            this.partition = partition;
            this.write = write;
        }

        void own(PartitionState again) {
            Subject self = Subject.partition(partition);
            byte[] key = bytes(RedisKeys.state(partition, self));
            byte[] stored = store.ask(redis -> redis.get(key));
            byte[] state = StateJson.write(again);
            // why: a partition whose own state never changed has none stored.
            boolean fresh = stored == null && again.equals(PartitionState.fresh(partition));
            if (!fresh && judge(self, stored, state) && write) {
                store.ask(redis -> redis.set(key, state, ABSENT));
            }
        }

        /** Whether it is lost. */
        private boolean judge(Subject subject, byte @Nullable [] stored, byte[] again) {
            if (stored == null) {
                lost.add(subject);
            } else if (!Arrays.equals(stored, again)) {
                differing.add(subject);
            }
            return stored == null;
        }

        void page(MemoryHoldings holdings, List<Subject> subjects) {
            Stored stored = stored(subjects);
            Map<Subject, State> back = new LinkedHashMap<>();
            for (int i = 0; i < subjects.size(); i++) {
                Subject subject = subjects.get(i);
                State again = Objects.requireNonNull(holdings.state(subject));
                byte[] bytes = StateJson.write(again);
                byte[] state = stored.states().get(i);
                boolean gone = judge(subject, state, bytes);
                boolean listed = isListed(stored.listed().get(i), stored.due().get(i), again);
                boolean unfound = !gone && !listed && Arrays.equals(state, bytes);
                if (unfound) {
                    unlisted.add(subject);
                }
                if (gone || unfound) {
                    back.put(subject, again);
                }
            }
            if (write) {
                putBack(back);
            }
        }

        private Stored stored(List<Subject> subjects) {
            byte[][] keys = subjects.stream()
                    .map(subject -> bytes(RedisKeys.state(partition, subject)))
                    .toArray(byte[][]::new);
            String[] names = subjects.stream().map(Subject::toString).toArray(String[]::new);
            return new Stored(
                    store.ask(redis -> redis.mget(keys)),
                    store.ask(redis -> redis.zmscore(RedisKeys.ids(partition), names)),
                    store.ask(redis -> redis.zmscore(RedisKeys.timers(partition), names)));
        }

        private static boolean isListed(@Nullable Double name, @Nullable Double timer, State again) {
            Double expected =
                    again.timers().next().map(at -> (double) Micros.ceiling(at)).orElse(null);
            return name != null && Objects.equals(timer, expected);
        }

        private void putBack(Map<Subject, State> back) {
            store.change(back.keySet(), (turn, subject) -> {
                State again = Objects.requireNonNull(back.get(subject));
                Optional<Instant> due = again.timers().next();
                turn.zadd(
                        RedisKeys.ids(partition),
                        0,
                        subject.toString(),
                        ZAddParams.zAddParams().nx());
                if (due.isPresent()) {
                    turn.zadd(RedisKeys.timers(partition), (double) Micros.ceiling(due.get()), subject.toString());
                } else {
                    turn.zrem(RedisKeys.timers(partition), subject.toString());
                }
                return turn.set(bytes(RedisKeys.state(partition, subject)), StateJson.write(again), ABSENT);
            });
        }
    }
}
