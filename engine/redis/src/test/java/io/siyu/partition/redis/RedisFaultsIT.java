package io.siyu.partition.redis;

import static io.siyu.partition.redis.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.house.LiveHouse;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

/** What a house does while its Redis stands still, is full or may only be read, and afterwards. */
class RedisFaultsIT {
    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private static final int ORDERS = 60;

    private RedisHouse house;
    private LiveHouse live;
    private final Phone phone = new Phone(true);

    @BeforeEach
    void open() {
        house = REDIS.house(8);
        live = new LiveHouse(new LiveHouse.Plan(
                house, Shop.EDITIONS, Shop.COMPOSE, List.of(phone), 2, 10_000, FailPoint.NONE, Clock.systemUTC()));
        house.examineToo(live::ills);
    }

    @AfterEach
    void close() {
        try (Jedis redis = redis()) {
            redis.replicaofNoOne();
            redis.configSet("maxmemory", "0");
        }
        live.close();
        house.close();
    }

    @Test
    void goes_on_when_a_redis_that_stood_still_is_continued() throws IOException, InterruptedException {
        live.start();
        accepted(0, ORDERS);
        String pid = String.valueOf(process());
        signal("-STOP", pid);
        assertThat(causes(ORDERS, 2 * ORDERS)).containsOnly("DOWN");
        await(() -> !house.doctor().examine().well());
        signal("-CONT", pid);
        await(() -> house.doctor().examine().well());
        // why: what was refused may have entered after all when Redis woke; sent again it is a duplicate.
        house.intake().accept(orders(ORDERS, 2 * ORDERS));
        await(() -> phone.got().size() == 2 * ORDERS);
        everyMessageOnce();
    }

    @Test
    void refuses_events_and_decides_and_sends_what_it_holds_when_redis_is_full() {
        accepted(0, ORDERS);
        configure("maxmemory", "1mb");
        live.start();
        await(() -> phone.got().size() == ORDERS);
        await(() -> causes(ORDERS, ORDERS + 1).contains("FULL"));
        assertThat(house.doctor().examine().ills()).anyMatch(ill -> ill.what().contains("85 % full"));
        assertThat(causes(ORDERS, ORDERS + 1)).containsOnly("FULL");

        configure("maxmemory", "0");
        await(() -> house.intake().accept(orders(ORDERS, ORDERS + 1)).get(0) instanceof Admission.Accepted);
        await(() -> phone.got().size() == ORDERS + 1);
        await(() -> house.doctor().examine().well());
        everyMessageOnce();
    }

    @Test
    void backs_off_from_a_redis_that_may_only_be_read_and_goes_on_when_it_is_a_master_again() {
        accepted(0, ORDERS);
        try (Jedis redis = redis()) {
            redis.replicaof("127.0.0.1", 1);
            assertThat(causes(ORDERS, ORDERS + 1)).containsOnly("DOWN");
            assertThat(checkpoints(redis).stream()
                            .mapToLong(RedisFaultsIT::tail)
                            .sum())
                    .isEqualTo(ORDERS);
            redis.replicaofNoOne();
            live.start();
            await(() -> phone.got().size() == ORDERS);
            await(() -> isSettled(checkpoints(redis), 2 * ORDERS));

            redis.replicaof("127.0.0.1", 1);
            await(() -> !live.ills().isEmpty());
            assertThat(causes(ORDERS, 2 * ORDERS)).containsOnly("DOWN");
            assertThat(isSettled(checkpoints(redis), 2 * ORDERS)).isTrue();
            redis.replicaofNoOne();
        }
        await(() -> house.doctor().examine().well());
        accepted(ORDERS, 2 * ORDERS);
        await(() -> phone.got().size() == 2 * ORDERS);
        everyMessageOnce();
    }

    private void accepted(int from, int to) {
        assertThat(house.intake().accept(orders(from, to))).allMatch(Admission.Accepted.class::isInstance);
    }

    private List<String> causes(int from, int to) {
        return house.intake().accept(orders(from, to)).stream()
                .map(admission -> admission instanceof Admission.Refused refused
                        ? refused.cause().name()
                        : "accepted")
                .distinct()
                .toList();
    }

    private static List<Arrival> orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> Shop.order("o" + n, "m" + n))
                .toList();
    }

    private void everyMessageOnce() {
        assertThat(phone.got().values()).allMatch(times -> times == 1);
    }

    /** Tail and position of every partition. */
    private static List<List<String>> checkpoints(Jedis redis) {
        List<List<String>> all = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            all.add(redis.hmget(RedisKeys.at(p), "tail", "position"));
        }
        return all;
    }

    /** Whether so many entries are in the logs, events and receipts, and all of them decided. */
    private static boolean isSettled(List<List<String>> checkpoints, int entries) {
        return checkpoints.stream().mapToLong(RedisFaultsIT::tail).sum() == entries
                && checkpoints.stream().allMatch(checkpoint -> checkpoint.get(0).equals(checkpoint.get(1)));
    }

    private static long tail(List<String> checkpoint) {
        return checkpoint.get(0) == null ? 0 : Long.parseLong(checkpoint.get(0));
    }

    private static void configure(String name, String value) {
        try (Jedis redis = redis()) {
            redis.configSet(name, value);
        }
    }

    private static long process() {
        try (Jedis redis = redis()) {
            return redis.info("server")
                    .lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }

    private static Jedis redis() {
        return new Jedis(REDIS.url());
    }
}
