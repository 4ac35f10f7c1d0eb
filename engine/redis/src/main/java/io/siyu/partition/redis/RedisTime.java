package io.siyu.partition.redis;

import io.siyu.partition.HouseClock;
import io.siyu.partition.HouseTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import redis.clients.jedis.UnifiedJedis;

/** The house's time, as a mapping of Redis' clock that all nodes read from one key. */
final class RedisTime implements HouseTime {
    private final RedisStore store;
    private final Clock clock;

    /** {@code clock} is this machine's; it shows what Redis' shows but for a skew that only screens see. */
    RedisTime(RedisStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    static HouseClock read(UnifiedJedis client) {
        Map<String, String> kept = client.hgetAll(RedisKeys.CLOCK);
        if (kept.isEmpty()) {
            return HouseClock.REAL;
        }
        return new HouseClock(
                Micros.instant(number(kept, "real")),
                Micros.instant(number(kept, "house")),
                number(kept, "permille"),
                number(kept, "paused") == 1,
                number(kept, "version"));
    }

    private static long number(Map<String, String> kept, String field) {
        return Long.parseLong(kept.getOrDefault(field, "0"));
    }

    @Override
    public HouseClock clock() {
        return store.clock();
    }

    @Override
    public Instant now() {
        return store.clock().at(clock.instant());
    }

    @Override
    public HouseClock run(long permille, boolean paused) {
        Instant now = redisNow();
        return store.clock(() -> change(before -> before.at(now, permille, paused)));
    }

    @Override
    public HouseClock set(Instant house, long permille) {
        Instant now = redisNow();
        return store.clock(() -> change(before -> new HouseClock(now, house, permille, false, before.version() + 1)));
    }

    /** Looks whether another node changed the clock. */
    void refresh() {
        store.clock(() -> store.ask(RedisTime::read));
    }

    private Instant redisNow() {
        // why: by a script, so that of a cluster the node that keeps the clock tells it.
        Object told = store.ask(redis -> redis.eval("return redis.call('TIME')", List.of(RedisKeys.CLOCK), List.of()));
        List<?> time = (List<?>) told;
        long seconds = Long.parseLong(String.valueOf(time.get(0)));
        return Instant.ofEpochSecond(seconds, Long.parseLong(String.valueOf(time.get(1))) * 1_000L);
    }

    private HouseClock change(UnaryOperator<HouseClock> step) {
        while (true) {
            HouseClock before = store.ask(RedisTime::read);
            HouseClock after = step.apply(before);
            long expected = before.version() == HouseClock.REAL.version() ? 0 : before.version();
            if (written(expected, after)) {
                return after;
            }
        }
    }

    private boolean written(long expected, HouseClock after) {
        Args args = new Args()
                .add(expected)
                .add(Micros.of(after.real()))
                .add(Micros.of(after.house()))
                .add(after.permille())
                .add(after.paused() ? 1 : 0)
                .add(after.version());
        List<byte[]> keys = new Args().add(RedisKeys.CLOCK).list();
        return Long.valueOf(1).equals(store.ask(redis -> redis.evalsha(Script.CLOCK.sha(), keys, args.list())));
    }
}
