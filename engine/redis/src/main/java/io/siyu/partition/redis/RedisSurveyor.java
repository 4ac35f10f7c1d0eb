package io.siyu.partition.redis;

import io.siyu.dispatch.Lane;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.RedisStore.Call;
import io.siyu.report.Backlog;
import io.siyu.report.Backlog.Lag;
import io.siyu.report.Backlog.Queue;
import io.siyu.report.Surveyor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Asks every partition what waits in it, all in one round trip, then how far it is projected and the memory. */
final class RedisSurveyor implements Surveyor {
    /** What is told of a partition before its lanes. */
    private static final int LANES = 7;

    private final RedisStore store;
    private final RedisMemory memory;

    RedisSurveyor(RedisStore store, RedisMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    @Override
    public Backlog survey() {
        Map<String, String> projected = store.ask(redis -> redis.hgetAll(RedisKeys.OFFSETS));
        List<Lag> lags = new ArrayList<>();
        Map<Lane, Queue> lanes = new EnumMap<>(Lane.class);
        long letters = 0;
        long claimed = 0;
        List<List<Long>> partitions = partitions();
        for (int p = 0; p < partitions.size(); p++) {
            List<Long> told = partitions.get(p);
            long unprojected = Math.max(0, told.get(3) - position(projected.getOrDefault(Integer.toString(p), "0-0")));
            lags.add(new Lag(p, told.get(0), age(told.get(1)), age(told.get(2)), unprojected, told.get(6)));
            letters += told.get(4);
            claimed += told.get(5);
            Iterator<Long> queues = told.listIterator(LANES);
            for (Lane lane : Lane.values()) {
                lanes.merge(lane, new Queue(queues.next(), age(queues.next())), RedisSurveyor::both);
            }
        }
        return new Backlog(lags, lanes, letters, claimed, memory.now());
    }

    private List<List<Long>> partitions() {
        Args lanes = new Args();
        lanes.addAll(List.of(Lane.values()), lane -> lanes.add(lane.word()));
        List<Object> answers = store.run(IntStream.range(0, store.partitions())
                .mapToObj(p -> new Call(Script.SURVEY, p, false, lanes))
                .toList());
        List<List<Long>> numbers = new ArrayList<>();
        for (Object answer : answers) {
            if (!(answer instanceof List<?> told)) {
                throw new StoreDownException("A partition could not be surveyed: " + answer);
            }
            numbers.add(told.stream()
                    .map(bytes -> Long.parseLong(EntryForm.text(bytes)))
                    .toList());
        }
        return numbers;
    }

    private static long position(String place) {
        return Long.parseLong(place.substring(0, place.indexOf('-')));
    }

    private static Duration age(long micros) {
        return Duration.of(Math.max(0, micros), ChronoUnit.MICROS);
    }

    private static Queue both(Queue one, Queue other) {
        Duration older = one.oldest().compareTo(other.oldest()) >= 0 ? one.oldest() : other.oldest();
        return new Queue(one.messages() + other.messages(), older);
    }
}
