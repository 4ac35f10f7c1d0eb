package io.siyu.partition.redis;

import io.siyu.dispatch.Lane;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Doctor;
import io.siyu.report.Health;
import io.siyu.report.Health.Ill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;

/** Examines Redis, and asks the rest of the house how it feels. */
final class RedisDoctor implements Doctor {
    private static final CommandObject<List<String>> FSYNC = new CommandObject<>(
            new CommandArguments(Protocol.Command.CONFIG).add("GET").add("appendfsync"), BuilderFactory.STRING_LIST);

    private final RedisStore store;
    private final RedisMemory memory;
    private volatile Supplier<List<Ill>> others = List::of;

    RedisDoctor(RedisStore store, RedisMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    void ask(Supplier<List<Ill>> ills) {
        others = ills;
    }

    @Override
    public Health examine() {
        List<Ill> ills = new ArrayList<>();
        try {
            Map<String, String> server = section("server");
            String name = server.containsKey("valkey_version")
                    ? "Valkey " + server.get("valkey_version")
                    : "Redis " + server.get("redis_version");
            String durability = durability(ills);
            if (memory.isFull()) {
                ills.add(new Ill("redis", "Redis is more than 85 % full; events are refused.\nMaybe raise maxmemory."));
            }
            ills.addAll(others.get());
            return new Health(name, durability, lag(), waiting(), ills);
        } catch (StoreDownException down) {
            ills.add(
                    new Ill("redis", "Redis does not answer.\nMaybe it is stopped; what was accepted is on its disk."));
            ills.addAll(others.get());
            return new Health("Redis", "none", 0, 0, ills);
        }
    }

    private String durability(List<Ill> ills) {
        Map<String, String> persistence = section("persistence");
        if (!"1".equals(persistence.get("aof_enabled"))) {
            ills.add(new Ill("redis", "Redis keeps no append-only file: a crash loses events.\nMaybe: appendonly yes"));
            return "memory only";
        }
        if (!"ok".equals(persistence.get("aof_last_write_status"))) {
            ills.add(new Ill("redis", "Redis cannot write its append-only file.\nMaybe its disk is full."));
        }
        List<String> fsync = store.ask(redis -> redis.executeCommand(FSYNC));
        return "aof " + fsync.get(fsync.size() - 1);
    }

    private Map<String, String> section(String name) {
        return store.ask(redis -> Settled.section(redis, name));
    }

    private long lag() {
        return store.ask(all(), (pipeline, p) -> pipeline.hmget(RedisKeys.at(p), "tail", "position")).values().stream()
                .mapToLong(kept -> number(kept.get(0)) - number(kept.get(1)))
                .sum();
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private long waiting() {
        long waiting = 0;
        for (Lane lane : Lane.values()) {
            waiting += store.ask(all(), (pipeline, p) -> pipeline.zcard(RedisKeys.outbox(p, lane))).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return waiting;
    }

    private Collection<Integer> all() {
        return IntStream.range(0, store.partitions()).boxed().toList();
    }
}
