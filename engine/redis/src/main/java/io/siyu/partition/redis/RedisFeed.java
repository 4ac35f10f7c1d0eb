package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.partition.FailPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts the decisions of the partitions for screens, each once. */
final class RedisFeed {
    private static final int BATCH = 500;

    private final RedisStore store;
    private final FailPoint failPoint;
    private final Map<Integer, String> offsets = new TreeMap<>();

    /** For one thread. */
    RedisFeed(RedisStore store, FailPoint failPoint) {
        this.store = store;
        this.failPoint = failPoint;
    }

    /** One batch of each partition; false if there is no more, for all this node knows. */
    boolean project() {
        if (offsets.isEmpty()) {
            IntStream.range(0, store.partitions()).forEach(p -> offsets.put(p, "0-0"));
            // why: a house of an earlier version kept its newest decisions here, which nobody reads.
            store.ask(redis -> redis.unlink(RedisKeys.TOLD));
            store.ask(redis -> redis.hgetAll(RedisKeys.OFFSETS))
                    .forEach((partition, offset) -> offsets.put(Integer.parseInt(partition), offset));
        }
        boolean settled = false;
        try {
            boolean any = bring();
            settled = true;
            return any;
        } finally {
            if (!settled) {
                offsets.clear();
            }
        }
    }

    private boolean bring() {
        Map<Integer, List<Object>> fresh = new LinkedHashMap<>(store.ask(
                List.copyOf(offsets.keySet()),
                (pipeline, partition) -> pipeline.xrange(
                        bytes(RedisKeys.decisions(partition)),
                        bytes("(" + offsets.get(partition)),
                        bytes("+"),
                        BATCH)));
        fresh.values().removeIf(List::isEmpty);
        if (fresh.isEmpty()) {
            return false;
        }
        failPoint.reached(FailPoint.Place.IN_PROJECTION);
        List<byte[]> keys =
                new Args().add(RedisKeys.COUNTS).add(RedisKeys.OFFSETS).list();
        Map<Integer, Object> answers = store.change(
                fresh.keySet(),
                (pipeline, partition) -> pipeline.evalsha(
                        Script.PROJECT.sha(), keys, args(partition, fresh.getOrDefault(partition, List.of()))));
        answers.forEach((partition, answer) -> offset(partition, answer, fresh.getOrDefault(partition, List.of())));
        // why: what another node has projected says nothing of what is behind it
        return answers.containsValue(0L) || fresh.values().stream().anyMatch(elements -> elements.size() == BATCH);
    }

    private void offset(int partition, Object answer, List<Object> elements) {
        if (Long.valueOf(1).equals(answer)) {
            offsets.put(partition, place(elements.get(elements.size() - 1)));
        } else {
            String offset = store.ask(redis -> redis.hget(RedisKeys.OFFSETS, Integer.toString(partition)));
            offsets.put(partition, offset == null ? "0-0" : offset);
        }
    }

    private List<byte[]> args(int partition, List<Object> elements) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Object element : elements) {
            counts.merge(DecisionForm.counted(line(element)), 1, Integer::sum);
        }
        Args args = new Args()
                .add(partition)
                .add(offsets.getOrDefault(partition, "0-0"))
                .add(place(elements.get(elements.size() - 1)));
        args.addAll(counts.entrySet(), count -> args.add(count.getKey()).add(count.getValue()));
        return args.list();
    }

    static String place(Object element) {
        return EntryForm.text(((List<?>) element).get(0));
    }

    static byte[] line(Object element) {
        return (byte[]) ((List<?>) ((List<?>) element).get(1)).get(1);
    }
}
