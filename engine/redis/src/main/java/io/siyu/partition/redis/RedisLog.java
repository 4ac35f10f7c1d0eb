package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.RedisStore.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.ZRangeParams;

/** The partitions' logs as streams; a position is the first part of a stream id. */
final class RedisLog implements PartitionLog {
    private static final int LETTERS = 500;
    /** How far this machine's clock may be behind the store's before ticks come late. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final RedisStore store;
    private final EntryForm form;
    private final HouseTime time;
    private final IntConsumer appended;

    /** {@code appended} is told which partition got entries. */
    RedisLog(RedisStore store, EntryForm form, HouseTime time, IntConsumer appended) {
        this.store = store;
        this.form = form;
        this.time = time;
        this.appended = appended;
    }

    @Override
    public Map<Integer, List<Entry>> entries(Map<Integer, Long> after, int limit) {
        Map<Integer, List<Object>> read = store.ask(after.keySet(), (pipeline, partition) -> {
            long first = after.getOrDefault(partition, 0L) + 1;
            return pipeline.xrange(bytes(RedisKeys.log(partition)), bytes(Long.toString(first)), bytes("+"), limit);
        });
        Map<Integer, List<Entry>> entries = new LinkedHashMap<>();
        read.forEach((partition, elements) -> {
            if (!elements.isEmpty()) {
                entries.put(partition, entries(partition, elements));
            }
        });
        return entries;
    }

    private List<Entry> entries(int partition, List<Object> elements) {
        List<Entry> entries = new ArrayList<>(elements.size());
        for (Object element : elements) {
            entries.add(form.read(partition, (List<?>) element));
        }
        return entries;
    }

    @Override
    public void append(EntryKind kind, Event event, @Nullable Instant at) {
        store.run(call(kind, event, at));
        appended.accept(store.partitionOf(event.subject()));
    }

    @Override
    public void appendAll(EntryKind kind, List<Event> events) {
        List<Call> calls = events.stream().map(event -> call(kind, event, null)).toList();
        for (Object answer : store.run(calls)) {
            if (answer instanceof RuntimeException refused) {
                throw new StoreDownException("Entries of the house were not taken.", refused);
            }
        }
        events.forEach(event -> appended.accept(store.partitionOf(event.subject())));
    }

    private Call call(EntryKind kind, Event event, @Nullable Instant at) {
        Args args = new Args().add(0).add(1).add(kind.word()).add(RedisIntake.digest(event));
        args.add(at == null ? "" : Long.toString(Micros.of(at))).add(form.write(event));
        args.add("").add("").add(0);
        return new Call(Script.APPEND, store.partitionOf(event.subject()), false, args);
    }

    @Override
    public int forward(Collection<Integer> partitions) {
        Map<Integer, List<Object>> waiting = store.ask(
                partitions,
                (pipeline, partition) ->
                        pipeline.xrange(bytes(RedisKeys.letters(partition)), bytes("-"), bytes("+"), LETTERS));
        int forwarded = 0;
        for (var letters : waiting.entrySet()) {
            if (!letters.getValue().isEmpty()) {
                forwarded += forward(letters.getKey(), letters.getValue());
            }
        }
        return forwarded;
    }

    private int forward(int from, List<Object> letters) {
        Map<Integer, List<List<?>>> addressed = new TreeMap<>();
        long newest = 0;
        for (Object element : letters) {
            List<?> letter = (List<?>) element;
            List<?> fields = (List<?>) letter.get(1);
            int to = Integer.parseInt(EntryForm.text(fields.get(1)));
            addressed.computeIfAbsent(to, p -> new ArrayList<>()).add(letter);
            newest = EntryForm.position((byte[]) letter.get(0));
        }
        List<Call> calls = new ArrayList<>();
        addressed.forEach((to, theirs) -> calls.add(call(from, to, theirs)));
        for (Object answer : store.run(calls)) {
            if (answer instanceof RuntimeException refused) {
                throw new StoreDownException("Letters of partition (" + from + ") were not taken.", refused);
            }
        }
        String next = newest + 1 + "-0";
        store.ask(
                List.of(from),
                (pipeline, p) -> pipeline.xtrim(
                        RedisKeys.letters(p),
                        redis.clients.jedis.params.XTrimParams.xTrimParams().minId(next)));
        addressed.keySet().forEach(appended::accept);
        return letters.size();
    }

    private static Call call(int from, int to, List<List<?>> letters) {
        Args args = new Args().add(from);
        args.addAll(letters, letter -> {
            List<?> fields = (List<?>) letter.get(1);
            args.add(EntryForm.position((byte[]) letter.get(0))).add((byte[]) fields.get(3));
        });
        return new Call(Script.LETTERS, to, false, args);
    }

    @Override
    public List<Integer> tick(Collection<Integer> partitions) {
        Instant now = time.now();
        List<Integer> asked = unticked(due(partitions, now));
        List<Object> answers = store.run(asked.stream().map(p -> tick(p, now)).toList());
        List<Integer> ticked = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (Long.valueOf(1).equals(answers.get(i))) {
                ticked.add(asked.get(i));
                appended.accept(asked.get(i));
            }
        }
        return ticked;
    }

    /** Where a timer may be due; the script looks again, by its own clock. */
    private List<Integer> due(Collection<Integer> partitions, Instant now) {
        ZRangeParams soonest = ZRangeParams.zrangeByScoreParams(0, (double) Micros.of(now.plus(AHEAD)))
                .limit(0, 1);
        List<Integer> due = new ArrayList<>();
        store.ask(partitions, (pipeline, partition) -> pipeline.zrange(RedisKeys.timers(partition), soonest))
                .forEach((partition, found) -> {
                    if (!found.isEmpty()) {
                        due.add(partition);
                    }
                });
        return due;
    }

    /** Those in whose log no tick waits; in a burst of timers one does nearly everywhere, and its script would find so each time. */
    private List<Integer> unticked(List<Integer> due) {
        List<Integer> unticked = new ArrayList<>();
        store.ask(due, (pipeline, partition) -> pipeline.hmget(RedisKeys.at(partition), "tick", "position"))
                .forEach((partition, known) -> {
                    if (RedisPast.number(known.get(0)) <= RedisPast.number(known.get(1))) {
                        unticked.add(partition);
                    }
                });
        return unticked;
    }

    private Call tick(int partition, Instant now) {
        Event tick = HouseEvent.of(form.require("tick"), "tick-" + partition + "-" + Micros.of(now))
                .about(Subject.partition(partition), now);
        return new Call(Script.TICK, partition, true, new Args().add(form.write(tick)));
    }
}
