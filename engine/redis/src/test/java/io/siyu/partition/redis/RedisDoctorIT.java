package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.report.Health;
import io.siyu.report.Health.Ill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class RedisDoctorIT {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private RedisHouse house(EmbeddedRedis redis) {
        HouseKey key = HouseKey.in(folder.resolve("house.key"));
        return new RedisHouse(new RedisHouse.Place(redis.url(), 2, () -> Shop.CATALOGUE, key, Clock.systemUTC()));
    }

    private EmbeddedRedis redis(String... settings) {
        return EmbeddedRedis.start(folder.resolve("redis"), 0, List.of(settings));
    }

    private static void with(EmbeddedRedis redis, Consumer<Jedis> what) {
        try (Jedis server = new Jedis(redis.url())) {
            what.accept(server);
        }
    }

    private static void finds(Health health, String... words) {
        assertThat(health.ills())
                .extracting(Ill::what)
                .anySatisfy(what -> assertThat(what).contains(words).contains("\nMaybe"));
    }

    @Test
    void finds_a_redis_of_our_own_well_and_names_what_it_keeps() {
        try (EmbeddedRedis redis = redis();
                RedisHouse house = house(redis)) {
            Health health = house.doctor().examine();
            assertThat(health.ills()).isEmpty();
            assertThat(health.durability()).isEqualTo("aof always");
            assertThat(health.store()).startsWith("Redis 7");
        }
    }

    @Test
    void does_not_accept_that_nobody_sees_to_the_disk() {
        try (EmbeddedRedis redis = redis();
                RedisHouse house = house(redis)) {
            with(redis, server -> server.configSet("appendfsync", "no"));
            Health health = house.doctor().examine();
            assertThat(health.durability()).isEqualTo("aof no");
            finds(health, "appendfsync no", "CONFIG SET appendfsync always");
            with(redis, server -> server.configSet("appendfsync", "everysec"));
            assertThat(house.doctor().examine().ills()).isEmpty();
            assertThat(house.doctor().examine().durability()).isEqualTo("aof everysec");
        }
    }

    @Test
    void names_a_redis_that_keeps_nothing() {
        try (EmbeddedRedis redis = redis("--appendonly no");
                RedisHouse house = house(redis)) {
            finds(house.doctor().examine(), "no append-only file");
            assertThat(house.doctor().examine().durability()).isEqualTo("memory only");
        }
    }

    @Test
    void names_a_redis_that_has_become_a_replica() {
        try (EmbeddedRedis leader = EmbeddedRedis.start(folder.resolve("leader"), 0);
                EmbeddedRedis redis = redis();
                RedisHouse house = house(redis)) {
            with(redis, server -> server.replicaof("127.0.0.1", leader.url().getPort()));
            finds(house.doctor().examine(), "takes no events", "REPLICAOF NO ONE");
            with(redis, Jedis::replicaofNoOne);
            assertThat(house.doctor().examine().ills()).isEmpty();
        }
    }

    @Test
    void names_a_disk_that_is_full() throws IOException {
        assumeTrue(Files.exists(FULL_DISK));
        try (EmbeddedRedis redis = redis("--appendonly no", "--appendfsync everysec");
                RedisHouse house = house(redis)) {
            Path files = Files.createDirectories(folder.resolve("redis/appendonlydir"));
            Files.createSymbolicLink(files.resolve("temp-appendonly.aof.incr"), FULL_DISK);
            with(redis, server -> server.configSet("appendonly", "yes"));
            with(redis, server -> server.set("siyu:{house}:probe", "1"));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> finds(house.doctor().examine(), "cannot write its append-only file", "disk"));
        }
    }

    @Test
    void names_a_redis_that_does_not_answer() {
        try (EmbeddedRedis redis = redis();
                RedisHouse house = house(redis)) {
            redis.kill();
            Health health = house.doctor().examine();
            assertThat(health.durability()).isEqualTo("none");
            finds(health, "does not answer");
        }
    }
}
