package io.siyu.partition.redis;

import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.report.Counts;
import io.siyu.report.Story;
import io.siyu.report.Told;
import io.siyu.report.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What screens ask, answered from the counts and the partitions themselves. */
final class RedisWatch implements Watch {

    private final RedisStore store;
    private final RedisStates states;
    private final WholePast past;

    RedisWatch(RedisStore store, RedisStates states, WholePast past) {
        this.store = store;
        this.past = past;
        this.states = states;
    }

    private Collection<Integer> all() {
        return IntStream.range(0, store.partitions()).boxed().toList();
    }

    @Override
    public Counts counts() {
        Map<Integer, List<String>> kept =
                store.ask(all(), (pipeline, p) -> pipeline.hmget(RedisKeys.at(p), "position", "outside", "dead"));
        long[] sums = new long[3];
        kept.values().forEach(values -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values.get(i) == null ? 0 : Long.parseLong(values.get(i));
            }
        });
        List<Counts.ByReason> decisions = new ArrayList<>();
        store.ask(redis -> redis.hgetAll(RedisKeys.COUNTS)).forEach((what, count) -> {
            int bar = what.indexOf('|');
            Verdict verdict = Verdict.valueOf(what.substring(0, bar).toUpperCase(Locale.ROOT));
            decisions.add(new Counts.ByReason(verdict, what.substring(bar + 1), Long.parseLong(count)));
        });
        decisions.sort(Comparator.comparingLong(Counts.ByReason::count)
                .reversed()
                .thenComparing(Counts.ByReason::verdict)
                .thenComparing(Counts.ByReason::reason));
        return new Counts(sums[0], sums[1], sums[2], decisions);
    }

    @Override
    public List<Told> about(Subject subject, int limit) {
        return past.about(store.partitionOf(subject), subject.written(), limit);
    }

    @Override
    public int partitions() {
        return store.partitions();
    }

    @Override
    public List<Told> decisions(int partition, @Nullable Told after, int limit) {
        return past.decisions(partition, after, limit);
    }

    @Override
    public Optional<Story> story(String message) {
        Map<Integer, String> weeks = store.ask(all(), (pipeline, p) -> pipeline.hget(RedisKeys.at(p), "bucket"));
        weeks.values().removeIf(week -> week == null);
        for (int back = 0; back < 2; back++) {
            long earlier = back;
            Map<Integer, String> found = store.ask(weeks.keySet(), (pipeline, p) -> {
                long week = Long.parseLong(weeks.getOrDefault(p, "0")) - earlier;
                return pipeline.hget(RedisKeys.seen(p, week), "m:" + message);
            });
            for (var at : found.entrySet()) {
                if (at.getValue() != null) {
                    return story(at.getKey(), message, at.getValue().split(" ", -1));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Story> story(int partition, String message, String[] known) {
        Optional<Told> decision = past.decision(partition, known[0]);
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        Told told = decision.get();
        Entry entry = past.entry(partition, told.position());
        List<Entry> receipts = new ArrayList<>();
        if (known.length > 2) {
            Entry receipt = past.entry(partition, Long.parseLong(known[2]));
            if (receipt != null) {
                receipts.add(receipt);
            }
        }
        return Optional.of(new Story(told, entry, status(partition, message, told, known[1]), receipts));
    }

    private String status(int partition, String message, Told told, String last) {
        if (store.ask(redis -> redis.hexists(RedisKeys.claims(partition), message))) {
            return "claimed";
        }
        String parked = RedisKeys.prefix(partition) + "parked:" + told.campaign();
        if (store.ask(redis -> redis.hexists(parked, message))) {
            return "parked";
        }
        // why: resuming puts a message back into its queue and tells nobody.
        return last.equals("parked") ? "pending" : last;
    }

    @Override
    public Map<String, Long> steps() {
        Map<String, Long> steps = new TreeMap<>();
        states.checkpoints(all())
                .forEach(checkpoint ->
                        checkpoint.state().steps().forEach((step, count) -> steps.merge(step, count, Long::sum)));
        return steps;
    }
}
