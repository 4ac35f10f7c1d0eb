package io.siyu.partition.redis;

import io.siyu.dispatch.Outbox;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Doctor;
import io.siyu.report.Health;
import io.siyu.report.Health.Ill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Examines Redis, and asks the rest of the house how it feels. */
final class RedisDoctor implements Doctor {
    private final RedisStore store;
    private final RedisMemory memory;
    private final Outbox outbox;
    private volatile Supplier<List<Ill>> others = List::of;

    RedisDoctor(RedisStore store, RedisMemory memory, Outbox outbox) {
        this.store = store;
        this.memory = memory;
        this.outbox = outbox;
    }

    void ask(Supplier<List<Ill>> ills) {
        others = ills;
    }

    @Override
    public Health examine() {
        List<Ill> ills = new ArrayList<>();
        try {
            List<Checkup> servers = servers(ills);
            servers.forEach(server -> ills.addAll(server.ills()));
            if (memory.isFull()) {
                ills.add(new Ill("redis", "Redis is more than 85 % full; events are refused.\nMaybe raise maxmemory."));
            }
            Health health = new Health(
                    role(), told(servers, Checkup::name), told(servers, Checkup::durability), lag(), waiting(), ills);
            return and(health);
        } catch (StoreDownException down) {
            ills.add(
                    new Ill("redis", "Redis does not answer.\nMaybe it is stopped; what was accepted is on its disk."));
            return and(new Health(role(), "Redis", "none", 0, 0, ills));
        }
    }

    /** The servers that take what is written; replicas of a cluster follow them. */
    private List<Checkup> servers(List<Ill> ills) {
        List<Checkup> all = store.askEach(Checkup::of);
        List<Checkup> leading = all.stream().filter(server -> !server.replica()).toList();
        if (leading.isEmpty()) {
            ills.add(new Ill(
                    "redis",
                    "Redis follows another and takes no events.\nMaybe SIYU_REDIS_URL names the replica, not the one it"
                            + " follows; or promote it: REPLICAOF NO ONE"));
            return all;
        }
        return leading;
    }

    private String role() {
        return store.owner() ? "owner" : "standing by";
    }

    private static String told(List<Checkup> servers, Function<Checkup, String> what) {
        return servers.stream().map(what).distinct().collect(Collectors.joining(", "));
    }

    private Health and(Health health) {
        List<Ill> ills = new ArrayList<>(health.ills());
        ills.addAll(others.get());
        return new Health(health.role(), health.store(), health.durability(), health.lag(), health.waiting(), ills);
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
        return outbox.waiting(all()).values().stream()
                .flatMap(byPartition -> byPartition.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private Collection<Integer> all() {
        return IntStream.range(0, store.partitions()).boxed().toList();
    }
}
