package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.HighMarks;
import io.siyu.archive.file.HighWaterFile;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Queue;
import io.siyu.house.LiveHouse;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.report.Health.Ill;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** A Redis whose append-only file loses its end. */
class RollbackIT {
    private static final int PARTITIONS = 2;
    private static final List<Integer> ALL =
            IntStream.range(0, PARTITIONS).boxed().toList();
    private static final Queue OFFERS = new Queue(Lane.MARKETING, "phone");

    @TempDir
    private Path folder;

    private EmbeddedRedis redis;
    private RedisHouse house;
    private LiveHouse live;
    private final Phone phone = new Phone(false);

    @BeforeEach
    void begin() {
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
        open();
    }

    @AfterEach
    void end() {
        leave();
        redis.close();
    }

    private void open() {
        house = new RedisHouse(new RedisHouse.Place(
                        redis.url(),
                        PARTITIONS,
                        () -> Shop.CATALOGUE,
                        HouseKey.in(folder.resolve("house.key")),
                        Clock.systemUTC())
                .with(new HighWaterFile(marks())));
        live = new LiveHouse(new LiveHouse.Plan(
                house, Shop.EDITIONS, Shop.COMPOSE, List.of(phone), 1, 1_000, FailPoint.NONE, Clock.systemUTC()));
        house.examineToo(live::ills);
        live.start();
    }

    private void leave() {
        live.close();
        house.close();
    }

    private Path marks() {
        return folder.resolve("reached.json");
    }

    private static void await(String what, Callable<Boolean> reached) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(reached);
    }

    private Admission accepted(Arrival arrival) {
        return house.intake().accept(List.of(arrival)).get(0);
    }

    private void sent(Arrival arrival, int messages) {
        assertThat(accepted(arrival)).isInstanceOf(Admission.Accepted.class);
        await("sent", () -> phone.got().size() == messages);
    }

    /** Waits until everything is decided and the marks stand at the ends of the logs. */
    private void noted() {
        await("noted", () -> house.doctor().examine().lag() == 0 && tails().equals(marked()));
    }

    private Map<Integer, Long> tails() {
        Map<Integer, Long> tails = new ConcurrentHashMap<>();
        try (Jedis client = new Jedis(redis.url())) {
            for (int partition : ALL) {
                String tail = client.hget(RedisKeys.at(partition), "tail");
                if (tail != null && !tail.equals("0")) {
                    tails.put(partition, Long.parseLong(tail));
                }
            }
        }
        return tails;
    }

    private Map<Integer, Long> marked() {
        Map<Integer, Long> marked = new ConcurrentHashMap<>();
        HighMarks read = new HighWaterFile(marks()).read();
        read.reached().forEach((partition, mark) -> marked.put(partition, mark.position()));
        return marked;
    }

    private Path appendOnly() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("redis/appendonlydir"))) {
            return files.filter(file -> file.toString().endsWith(".incr.aof"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void losePowerAndAllBehind(long length) throws IOException {
        int port = redis.url().getPort();
        redis.kill();
        try (FileChannel file = FileChannel.open(appendOnly(), StandardOpenOption.WRITE)) {
            assertThat(file.size()).isGreaterThan(length);
            file.truncate(length);
        }
        redis = EmbeddedRedis.start(folder.resolve("redis"), port);
    }

    private boolean ill(String part, String what) {
        List<Ill> ills = house.doctor().examine().ills();
        return ills.stream()
                .anyMatch(ill -> ill.part().equals(part) && ill.what().contains(what));
    }

    private void offersWait() {
        await("an offer waits", () -> house.outbox().waiting(ALL).containsKey(OFFERS));
        assertThat(house.outbox().claim(OFFERS, "9", Map.of(0, 10, 1, 10))).isEmpty();
    }

    @Test
    void what_was_lost_while_the_house_was_down_stops_marketing_until_it_is_acknowledged() throws IOException {
        accepted(Shop.consent("c1", "ann"));
        sent(Shop.order("o1", "ann"), 1);
        sent(Shop.view("v1", "ann"), 2);
        noted();
        assertThat(house.doctor().examine().ills()).isEmpty();
        long kept = Files.size(appendOnly());
        sent(Shop.order("o2", "ann"), 3);
        noted();
        leave();
        losePowerAndAllBehind(kept);
        open();
        // why: the lease came back too, and runs out by itself.
        await("noticed", () -> house.rollback().loss().isPresent());
        assertThat(house.rollback().loss().orElseThrow().entries()).isPositive();
        assertThat(ill("rollback", "Redis lost at least")).isTrue();
        assertThat(ill("rollback", "\nMaybe bring back Redis' data; else have what was sent"))
                .isTrue();
        serviceGoesOnAndMarketingWaits();

        leave();
        open();
        await("known", () -> house.rollback().loss().isPresent());
        offersWait();
        assertThat(house.rollback().acknowledge()).isTrue();
        await("the offer is sent", () -> phone.got().size() == 5);
        noted();
        assertThat(house.doctor().examine().ills()).isEmpty();
        assertThat(house.rollback().acknowledge()).isFalse();
    }

    private void serviceGoesOnAndMarketingWaits() {
        accepted(Shop.view("v2", "ann"));
        sent(Shop.order("o3", "ann"), 4);
        offersWait();
        assertThat(accepted(Shop.order("o1", "ann"))).isInstanceOf(Admission.Duplicate.class);
        assertThat(accepted(Shop.order("o2", "ann"))).isInstanceOf(Admission.Accepted.class);
        await("thanked again", () -> phone.got().containsValue(2));
        assertThat(phone.got()).as("the message of o2 has the id it had").hasSize(4);
    }

    @Test
    void what_was_lost_under_a_house_that_runs_is_noticed_even_when_others_took_its_place() throws IOException {
        accepted(Shop.consent("c1", "ann"));
        sent(Shop.order("o1", "ann"), 1);
        noted();
        long kept = Files.size(appendOnly());
        accepted(Shop.order("o2", "ann"));
        await("thanked", () -> phone.got().size() == 2);
        noted();
        losePowerAndAllBehind(kept);
        try (RedisHouse beside = new RedisHouse(new RedisHouse.Place(
                redis.url(),
                PARTITIONS,
                () -> Shop.CATALOGUE,
                HouseKey.in(folder.resolve("house.key")),
                Clock.systemUTC()))) {
            IntStream.range(0, 20).forEach(i -> beside.intake().accept(List.of(Shop.view("x" + i, "ann"))));
        }
        await("noticed", () -> house.rollback().loss().isPresent());
        offersWait();
        assertThat(house.rollback().acknowledge()).isTrue();
        await("offers are sent", () -> phone.got().size() > 2);
    }

    @Test
    void a_file_of_marks_that_cannot_be_read_stops_marketing_and_nothing_else() throws IOException {
        accepted(Shop.consent("c1", "ann"));
        sent(Shop.order("o1", "ann"), 1);
        noted();
        leave();
        Files.writeString(marks(), "{cut");
        open();
        accepted(Shop.view("v1", "ann"));
        sent(Shop.order("o2", "ann"), 2);
        offersWait();
        await("told", () -> ill("lookout", "The file (reached.json) that tells how far the house came cannot be read"));
        Files.delete(marks());
        await("the offer is sent", () -> phone.got().size() == 3);
    }
}
