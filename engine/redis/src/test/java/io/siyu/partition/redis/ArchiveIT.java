package io.siyu.partition.redis;

import static io.siyu.partition.redis.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.Archive;
import io.siyu.archive.Archivist;
import io.siyu.archive.PastEntry;
import io.siyu.archive.file.FileArchive;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.event.Subject;
import io.siyu.house.LiveHouse;
import io.siyu.message.Message;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.StoreDownException;
import io.siyu.report.DecisionFile;
import io.siyu.report.Told;
import io.siyu.report.whereabouts.InMemoryWhereabouts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

class ArchiveIT {
    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private static final int PARTITIONS = 4;
    private static final int KEEP = 100;
    private static final Archivist.Pace OFTEN = new Archivist.Pace(300, 16_000_000, Duration.ofHours(6));
    private static final Archivist.Pace AT_ONCE = new Archivist.Pace(300, 16_000_000, Duration.ZERO);

    @TempDir
    private Path directory;

    private RedisHouse house;
    private LiveHouse live;

    /** Takes everything. */
    private record Phone() implements Channel {
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

    /** An archive whose process dies, every fifth time, when a segment is written and before that is recorded. */
    private static final class Doomed implements Archive {
        private final Archive archive;
        private int puts;

        Doomed(Archive archive) {
            this.archive = archive;
        }

        @Override
        public void put(int partition, long after, List<PastEntry> entries) {
            archive.put(partition, after, entries);
            if (puts++ % 5 == 0) {
                throw new StoreDownException("dead");
            }
        }

        @Override
        public List<PastEntry> around(int partition, long position) {
            return archive.around(partition, position);
        }

        @Override
        public void each(int partition, List<String> marks, Consumer<PastEntry> found) {
            archive.each(partition, marks, found);
        }

        @Override
        public long whole(int partition, long recorded) {
            return archive.whole(partition, recorded);
        }

        @Override
        public long end(int partition) {
            return archive.end(partition);
        }
    }

    private void start(Archivist.Pace pace) {
        start(pace, new FileArchive(directory));
    }

    private void start(Archivist.Pace pace, Archive archive) {
        HouseKey key = HouseKey.in(REDIS.directory().resolve("house.key"));
        house = new RedisHouse(new RedisHouse.Place(
                        REDIS.url(),
                        PARTITIONS,
                        () -> Shop.CATALOGUE,
                        key,
                        100_000,
                        KEEP,
                        FailPoint.NONE,
                        Clock.systemUTC())
                .with(archive, pace));
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

    private void orders(String generation, int count) {
        List<Arrival> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(Shop.order(generation + i, "m" + i % 200));
            if (batch.size() == 500 || i == count - 1) {
                house.intake().accept(batch);
                batch.clear();
            }
        }
    }

    /** Until all is decided, sent and projected. */
    private void settle(int orders) {
        await("decided", () -> house.watch().counts().of(io.siyu.decision.Verdict.SEND) == orders);
        await("settled", () -> {
            var health = house.doctor().examine();
            int claimed = house.outbox().open(List.of(0, 1, 2, 3)).size();
            return health.lag() + health.waiting() + claimed == 0 && letters() == 0;
        });
    }

    private long letters() {
        return lengths("letters");
    }

    private static long lengths(String stream) {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            return IntStream.range(0, PARTITIONS)
                    .mapToLong(p -> redis.xlen(RedisKeys.prefix(p) + stream))
                    .sum();
        }
    }

    private static long keys() {
        LongAdder keys = new LongAdder();
        REDIS.each(server -> keys.add(server.dbSize()));
        return keys.sum();
    }

    private static long hash(String field) {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            return IntStream.range(0, PARTITIONS)
                    .mapToLong(p -> Long.parseLong(
                            java.util.Objects.requireNonNullElse(redis.hget(RedisKeys.at(p), field), "0")))
                    .sum();
        }
    }

    private String file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionFile.write(house.watch(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_trimmed_is_still_told_whole() throws IOException {
        start(AT_ONCE);
        orders("o", 3_000);
        settle(3_000);
        await("archived", () -> hash("archived") == hash("position"));
        await("trimmed", () -> hash("trimmed") == hash("position") - (long) PARTITIONS * KEEP);

        assertThat(lengths("log")).isEqualTo((long) PARTITIONS * KEEP);
        List<String> lines = file().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains("\"verdict\":\"send\"")))
                .hasSize(3_000)
                .doesNotHaveDuplicates();
        for (int i = 0; i < 3_000; i++) {
            assertThat(lines.get(i)).startsWith("{\"seq\":" + (i + 1) + ",\"at\":");
        }
        List<Told> about = house.watch().about(Subject.member("m7"), 99);
        assertThat(about.stream().filter(told -> !told.message().isEmpty())).hasSize(15);
        assertThat(about)
                .isSortedAccordingTo(java.util.Comparator.comparing(Told::at).reversed());
        Told first = about.get(about.size() - 1);
        var story = house.watch().story(first.message()).orElseThrow();
        assertThat(story.decision()).isEqualTo(first);
        assertThat(story.status()).isEqualTo("sent");
        assertThat(story.entry()).isNotNull();
        assertThat(story.entry().event().id()).isEqualTo(first.event());
        assertThat(story.receipts())
                .extracting(receipt -> receipt.event().type().name())
                .containsExactly("message.sent");
    }

    @Test
    void where_proposals_are_is_listed_from_the_archive_as_it_was_from_the_store() {
        start(OFTEN);
        InMemoryWhereabouts listed = new InMemoryWhereabouts();
        house.intake()
                .accept(IntStream.range(0, 2_000)
                        .mapToObj(i -> Shop.joined("j" + i, "m" + i))
                        .toList());
        await("sent", () -> {
            house.lists().lister(listed, Duration.ofDays(90)).round();
            return house.steps().of("club").stream()
                    .anyMatch(count -> count.step().equals("hello") && count.sent() == 2_000);
        });
        await("trimmed", () -> house.doctor().examine().lag() == 0 && hash("trimmed") > 0);
        InMemoryWhereabouts anew = new InMemoryWhereabouts();
        StepListing.of(house, anew).holdsAll("club", house.steps().of("club"));
        StepListing.of(house, listed);
        assertThat(listed).isEqualTo(anew);
    }

    @Test
    void redis_grows_neither_with_events_nor_with_messages() {
        grow(1_000);
    }

    @Test
    @Tag("full")
    void redis_does_not_grow_with_fifty_thousand_events_and_messages() {
        grow(10_000);
    }

    private void grow(int orders) {
        start(OFTEN);
        long most = (KEEP + OFTEN.entries() + 300L) * PARTITIONS;
        long keys = 0;
        for (int round = 0; round < 5; round++) {
            orders("r" + round + "-", orders);
            settle((round + 1) * orders);
            await("few entries kept", () -> lengths("log") <= most && lengths("decisions") <= most);
            keys = round == 0 ? keys() : keys;
            assertThat(keys()).isLessThanOrEqualTo(keys);
        }
        assertThat(hash("position")).isGreaterThanOrEqualTo(10L * orders);
    }

    @Test
    void the_archive_holds_every_entry_once_however_often_it_was_interrupted() throws IOException {
        start(OFTEN, new Doomed(new FileArchive(directory)));
        orders("a", 2_000);
        settle(2_000);
        await("archived", () -> hash("archived") > (long) PARTITIONS * OFTEN.entries());
        live.close();
        house.close();
        start(AT_ONCE, new Doomed(new FileArchive(directory)));
        orders("b", 1_000);
        settle(3_000);
        await("archived", () -> hash("archived") == hash("position"));

        for (int partition = 0; partition < PARTITIONS; partition++) {
            long next = 1;
            FileArchive archive = new FileArchive(directory);
            for (List<PastEntry> block = archive.around(partition, next);
                    !block.isEmpty();
                    block = archive.around(partition, next)) {
                for (PastEntry entry : block) {
                    assertThat(entry.position()).isEqualTo(next++);
                }
            }
            assertThat(next).isGreaterThan(1_000);
        }
        assertThat(file().lines().filter(line -> line.contains("\"verdict\":\"send\"")))
                .hasSize(3_000);
    }

    @Test
    void an_archive_that_cannot_be_written_is_told_trims_nothing_and_stops_no_decision() throws IOException {
        Path blocked = Files.writeString(directory.resolve("p00"), "in the way");
        start(AT_ONCE);
        orders("o", 2_000);
        settle(2_000);
        await(
                "told",
                () -> house.doctor().examine().ills().stream()
                        .anyMatch(ill -> ill.part().equals("archive")
                                && ill.what().startsWith("The archive cannot be written")));
        assertThat(hash("trimmed")).isZero();
        orders("p", 500);
        settle(2_500);

        Files.delete(blocked);
        await("archived", () -> hash("archived") == hash("position"));
        await("well", () -> house.doctor().examine().well());
    }

    @Test
    void an_entry_that_could_not_be_decided_is_archived_with_the_reason() {
        start(AT_ONCE);
        house.log()
                .append(
                        io.siyu.event.EntryKind.CONTROL,
                        io.siyu.event.HouseEvent.of(Shop.CATALOGUE.require("tick"), "odd")
                                .about(Subject.partition(2), java.time.Instant.parse("2026-01-01T00:00:00Z")),
                        null);
        await("archived", () -> hash("archived") == 1);

        assertThat(new FileArchive(directory).around(2, 1).get(0).dead())
                .contains("A partition has no use for the event (tick).");
        assertThat(house.watch().counts().dead()).isEqualTo(1);
    }

    @Test
    void an_archive_that_is_not_there_any_more_is_missed() throws IOException {
        start(AT_ONCE);
        orders("o", 2_000);
        settle(2_000);
        await("trimmed", () -> hash("trimmed") > 0 && hash("archived") == hash("position"));
        live.close();
        house.close();
        RedisServer.delete(directory);
        start(AT_ONCE);

        await(
                "told",
                () -> house.doctor().examine().ills().stream()
                        .anyMatch(ill ->
                                ill.part().equals("archive") && ill.what().contains("lacks entries from (1)")));
        orders("p", 500);
        settle(2_500);
        await("archived", () -> hash("archived") == hash("position"));
    }
}
