package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.web.publish.Publishing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing by two nodes at once, and by one that dies on the way. */
class TwoPublishersIT {
    private static final int PARTITIONS = 64;
    private static final int HEARD = 30;
    private static final int EACH = 4;

    @TempDir
    private Path folder;

    private static List<Integer> partitions() {
        return IntStream.range(0, PARTITIONS).boxed().toList();
    }

    private static Playbook shop(String retailer) {
        Playbook shop = LivePlaybook.shop();
        String settings = shop.text("settings.yaml").orElseThrow().replace("Corner Shop", retailer);
        return shop.with("settings.yaml", settings.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean allRun(LiveServer server, Publication publication) {
        List<Checkpoint> checkpoints = server.part(RedisHouse.class).states().checkpoints(partitions());
        return checkpoints.stream()
                .allMatch(checkpoint -> checkpoint.state().revision() == publication.revision()
                        && checkpoint.state().edition().equals(publication.edition()));
    }

    /** How often each partition was told of a revision. */
    private static Map<Integer, Long> told(LiveServer server, long revision) {
        Map<Integer, Long> from = new LinkedHashMap<>();
        partitions().forEach(partition -> from.put(partition, 0L));
        Map<Integer, Long> told = new TreeMap<>();
        server.part(RedisHouse.class)
                .log()
                .entries(from, 10_000)
                .forEach((partition, entries) -> told.put(
                        partition,
                        entries.stream().filter(entry -> tells(entry, revision)).count()));
        return told;
    }

    private static boolean tells(Entry entry, long revision) {
        return entry.event().id().equals("edition-" + revision);
    }

    @Test
    @Tag("full")
    void of_two_nodes_that_publish_at_once_one_edition_comes_out_everywhere() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .start();
                EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 0)) {
            Map<String, String> shared = Map.of(
                    "siyu.database",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "siyu.redis.url",
                    redis.url().toString());
            try (LiveServer one = LiveServer.start(folder.resolve("one"), shared);
                    LiveServer other = LiveServer.start(folder.resolve("other"), shared)) {
                publishAtOnce(one, other);
            }
        }
    }

    private static void publishAtOnce(LiveServer one, LiveServer other) {
        List<CompletableFuture<Void>> publishing = Stream.of(one, other)
                .map(server -> CompletableFuture.runAsync(() -> IntStream.range(0, EACH)
                        .forEach(i -> server.publish(shop((server == one ? "One " : "Other ") + i)))))
                .toList();
        publishing.forEach(CompletableFuture::join);
        Publication newest = one.part(PublishedEditions.class).newest().orElseThrow();
        assertThat(newest.revision()).isEqualTo(2L * EACH);
        LiveServer.await("one edition everywhere", () -> allRun(one, newest));
        LiveServer.await(
                "both nodes know it",
                () -> Stream.of(one, other)
                        .allMatch(server ->
                                server.part(Publishing.class).edition().hash().equals(newest.edition())));
        assertThat(told(one, newest.revision()))
                .hasSize(PARTITIONS)
                .allSatisfy((partition, times) ->
                        assertThat(times).as("partition %d", partition).isEqualTo(1));
        assertThat(one.part(PublishedEditions.class).newest().orElseThrow().heard())
                .isTrue();
    }

    @Test
    void a_publish_that_dies_after_thirty_partitions_heard_is_finished_and_none_hears_twice() {
        try (LiveServer server = LiveServer.start(folder.resolve("one"), Map.of())) {
            server.publish(shop("First"));
            RedisHouse house = server.part(RedisHouse.class);
            Playbook second = shop("Second");
            String hash = server.part(Publishing.class).read(second).edition().hash();
            // why: the partitions hear first here, so that the pulse cannot be faster than the death.
            house.log()
                    .appendAll(
                            EntryKind.CONTROL,
                            IntStream.range(0, HEARD)
                                    .mapToObj(partition -> activated(server, hash, partition))
                                    .toList());
            Publication died = server.part(PublishedEditions.class).publish(second, "lin", Instant.now());
            assertThat(died).isEqualTo(new Publication(2, hash, null, false));
            LiveServer.await("finished", () -> allRun(server, died));
            LiveServer.await(
                    "noted",
                    () -> server.part(PublishedEditions.class)
                            .newest()
                            .orElseThrow()
                            .heard());
            assertThat(told(server, 2))
                    .hasSize(PARTITIONS)
                    .allSatisfy((partition, times) -> assertThat(times).isEqualTo(1));
            assertThat(server.part(Publishing.class).edition().hash()).isEqualTo(hash);
        }
    }

    private static Event activated(LiveServer server, String edition, int partition) {
        return HouseEvent.of(
                        server.part(Publishing.class).edition().catalogue().require("edition.activated"), "edition-2")
                .with("edition", edition)
                .with("revision", 2L)
                .about(Subject.partition(partition), Instant.now());
    }
}
