package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.Archivist;
import io.siyu.archive.Rebuild;
import io.siyu.archive.Rebuild.Rebuilt;
import io.siyu.archive.Snapshots.Taken;
import io.siyu.archive.file.FileArchive;
import io.siyu.archive.file.SnapshotFiles;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.event.Subject;
import io.siyu.house.LiveHouse;
import io.siyu.member.json.StateJson;
import io.siyu.message.Message;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.MemoryHoldings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

class SnapshotIT {
    private static final int PARTITIONS = 4;
    private static final int MEMBERS = 60;
    private static final Archivist.Pace SMALL = new Archivist.Pace(50, 1_000_000, Duration.ofMillis(1));

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @TempDir
    private Path directory;

    private RedisHouse house;
    private LiveHouse live;

    /** Takes everything. */
    private static final class Phone implements Channel {
        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            return new Delivery.Accepted("");
        }

        @Override
        public Standing standing(Message message) {
            return Standing.ACCEPTED;
        }
    }

    private SnapshotFiles files() {
        return new SnapshotFiles(directory, 5);
    }

    private void start(SnapshotFiles snapshots, Duration often) {
        house = new RedisHouse(new RedisHouse.Place(
                        REDIS.url(),
                        PARTITIONS,
                        () -> Shop.CATALOGUE,
                        HouseKey.in(REDIS.directory().resolve("house.key")),
                        100_000,
                        20,
                        FailPoint.NONE,
                        Clock.systemUTC())
                .with(new FileArchive(directory), SMALL)
                .with(snapshots, often));
        live = new LiveHouse(new LiveHouse.Plan(
                house,
                Shop.EDITIONS,
                Shop.COMPOSE,
                List.of(new Phone()),
                2,
                10_000,
                FailPoint.NONE,
                Clock.systemUTC()));
        house.examineToo(live::ills);
        live.start();
    }

    @AfterEach
    void stop() {
        live.close();
        house.close();
    }

    private static void await(String what, Callable<Boolean> reached) {
        Awaitility.await(what).atMost(Duration.ofMinutes(1)).until(reached);
    }

    private void happen(String generation) {
        List<Arrival> batch = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            batch.add(Shop.joined(generation + "j" + i, "m" + i));
            batch.add(Shop.consent(generation + "c" + i, "m" + i));
            batch.add(Shop.order(generation + "o" + i, "m" + i));
            batch.add(Shop.view(generation + "v" + i, "m" + i % 7));
        }
        house.intake().accept(batch);
        await("settled", () -> {
            var health = house.doctor().examine();
            return health.lag()
                            + health.waiting()
                            + house.outbox().open(partitions()).size()
                    == 0;
        });
    }

    private static List<Integer> partitions() {
        return IntStream.range(0, PARTITIONS).boxed().toList();
    }

    private static <T> T redis(Function<UnifiedJedis, T> question) {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            return question.apply(redis);
        }
    }

    private static long position(int partition) {
        return Long.parseLong(redis(redis -> redis.hget(RedisKeys.at(partition), "position")));
    }

    /** What a partition holds, by subject; its own state by itself. */
    private static Map<String, String> stored(int partition) {
        return redis(redis -> {
            Map<String, String> stored = new TreeMap<>();
            stored.put("", redis.get(RedisKeys.state(partition, Subject.partition(partition))));
            redis.zrange(RedisKeys.ids(partition), 0, -1)
                    .forEach(id -> stored.put(id, redis.get(RedisKeys.state(partition, Subject.parse(id)))));
            return stored;
        });
    }

    private static Map<String, String> written(MemoryHoldings holdings) {
        Map<String, String> written = new TreeMap<>();
        written.put("", text(StateJson.write(holdings.partition())));
        holdings.subjects()
                .forEach(subject -> written.put(
                        subject.toString(), text(StateJson.write(Objects.requireNonNull(holdings.state(subject))))));
        return written;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private boolean taken(int snapshots) {
        SnapshotFiles files = files();
        return partitions().stream().allMatch(p -> files.of(p).size() >= snapshots);
    }

    @Test
    void states_decided_again_from_any_snapshot_are_those_the_house_holds_byte_for_byte() {
        start(files(), Duration.ofMillis(1));
        happen("a");
        await("a first snapshot of each", () -> taken(1));
        happen("b");
        await("a second of each", () -> taken(2));
        stop();
        start(files(), Duration.ofDays(1));
        happen("c");
        live.close();
        SnapshotFiles files = files();
        try (Advance advance = Shop.advance(PARTITIONS)) {
            Rebuild rebuild = house.rebuild(advance);
            for (int partition : partitions()) {
                long last = position(partition);
                Taken newest = files.of(partition).get(0);
                Taken older = files.of(partition).get(1);
                assertThat(older.position()).isLessThan(newest.position());
                assertThat(newest.position()).isLessThan(last);
                same(rebuild.at(partition, last), newest.position(), last);
                same(rebuild.at(partition, last, older), older.position(), last);
                same(rebuild.at(partition, last, null), 0, last);
                asTaken(files, newest, rebuild.at(partition, newest.position(), null));
                asTaken(files, newest, rebuild.at(partition, newest.position(), older));
            }
        }
    }

    private static void same(Rebuilt rebuilt, long from, long last) {
        assertThat(rebuilt.from()).isEqualTo(from);
        assertThat(rebuilt.position()).isEqualTo(last);
        assertThat(rebuilt.differing()).isEmpty();
        Map<String, String> stored = stored(rebuilt.holdings().partition().number());
        assertThat(stored.size()).isGreaterThan(MEMBERS / PARTITIONS / 2);
        assertThat(written(rebuilt.holdings())).isEqualTo(stored);
    }

    private static void asTaken(SnapshotFiles files, Taken taken, Rebuilt rebuilt) {
        List<String> lines = new ArrayList<>();
        files.read(taken, state -> lines.add(text(state)));
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(written(rebuilt.holdings()).values());
    }

    @Test
    void a_snapshot_that_cannot_be_written_is_told_and_stops_no_decision() throws IOException {
        Path blocked = Files.writeString(directory.resolve("blocked"), "in the way");
        start(new SnapshotFiles(blocked, 5), Duration.ofMillis(1));
        happen("a");
        await(
                "told",
                () -> house.doctor().examine().ills().stream()
                        .anyMatch(ill ->
                                ill.part().equals("archive") && ill.what().startsWith("A snapshot cannot be written")));
        happen("b");
        assertThat(house.watch().counts().dead()).isZero();
    }
}
