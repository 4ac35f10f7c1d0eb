package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.archive.PastEntry;
import io.siyu.archive.RecentPast;
import io.siyu.event.EntryKind;
import io.siyu.partition.redis.RedisStore.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The streams of each partition as the past they still hold, and what of them may be trimmed. */
final class RedisPast implements RecentPast {
    private static final int ENTRIES = 250;
    private static final int DECISIONS = 2_000;

    private final RedisStore store;
    private final int keep;

    /** {@code keep} entries stay behind those that are archived, for screens. */
    RedisPast(RedisStore store, int keep) {
        this.store = store;
        this.keep = keep;
    }

    @Override
    public List<Reach> reaches() {
        List<Integer> all = IntStream.range(0, store.partitions()).boxed().toList();
        List<Reach> reaches = new ArrayList<>();
        store.ask(all, (pipeline, p) -> pipeline.hmget(RedisKeys.at(p), "position", "archived"))
                .forEach((partition, known) ->
                        reaches.add(new Reach(partition, number(known.get(0)), number(known.get(1)))));
        return reaches;
    }

    /** Position up to which only the archive holds the past; 0 if the store still holds all of it. */
    long trimmed(int partition) {
        return number(store.ask(redis -> redis.hget(RedisKeys.at(partition), "trimmed")));
    }

    /** A number of a partition's checkpoint; 0 before there is one. */
    static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    @Override
    public List<PastEntry> entries(int partition, long after, int limit) {
        long decided = number(store.ask(redis -> redis.hget(RedisKeys.at(partition), "position")));
        if (after >= decided) {
            return List.of();
        }
        int most = (int) Math.min(decided - after, Math.min(limit, ENTRIES));
        List<Object> entries = range(RedisKeys.log(partition), (after + 1) + "-0", decided + "-0", most);
        if (entries.isEmpty()) {
            return List.of();
        }
        long first = position(entries.get(0));
        long last = position(entries.get(entries.size() - 1));
        Map<Long, List<String>> decisions = decisions(partition, first, last);
        Map<Long, String> dead = new HashMap<>();
        range(RedisKeys.faults(partition), first + "-0", last + "-0", most)
                .forEach(element -> dead.put(position(element), text(element, 1)));
        List<PastEntry> past = new ArrayList<>();
        for (Object element : entries) {
            long position = position(element);
            EntryKind kind = EntryKind.valueOf(text(element, 1).toUpperCase(Locale.ROOT));
            past.add(new PastEntry(
                    position,
                    Micros.instant(Long.parseLong(text(element, 3))),
                    kind,
                    text(element, 5),
                    dead.getOrDefault(position, ""),
                    decisions.getOrDefault(position, List.of())));
        }
        return past;
    }

    private Map<Long, List<String>> decisions(int partition, long first, long last) {
        Map<Long, List<String>> decisions = new HashMap<>();
        String from = first + "-0";
        while (true) {
            List<Object> page = range(RedisKeys.decisions(partition), from, Long.toString(last), DECISIONS);
            for (Object element : page) {
                decisions
                        .computeIfAbsent(position(element), p -> new ArrayList<>())
                        .add(text(element, 1));
            }
            if (page.size() < DECISIONS) {
                return decisions;
            }
            from = "(" + RedisFeed.place(page.get(page.size() - 1));
        }
    }

    private List<Object> range(String stream, String from, String to, int most) {
        return store.ask(redis -> redis.xrange(bytes(stream), bytes(from), bytes(to), most));
    }

    private static long position(Object element) {
        return EntryForm.position((byte[]) ((List<?>) element).get(0));
    }

    private static String text(Object element, int field) {
        return EntryForm.text(((List<?>) ((List<?>) element).get(1)).get(field));
    }

    @Override
    public void archived(int partition, long position) {
        String projected = store.ask(redis -> redis.hget(RedisKeys.OFFSETS, Integer.toString(partition)));
        Args args = new Args()
                .add(position)
                .add(projected == null ? "0-0" : projected)
                .add(keep);
        store.run(new Call(Script.ARCHIVED, partition, true, args));
    }
}
