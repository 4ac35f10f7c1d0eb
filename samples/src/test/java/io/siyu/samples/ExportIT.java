package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.Archivist;
import io.siyu.archive.PastEntry;
import io.siyu.archive.file.FileArchive;
import io.siyu.event.Subject;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Faults;
import io.siyu.rule.Edition;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.campaign.Pausing;
import io.siyu.web.cli.Playbooks;
import io.siyu.web.publish.Publishing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that was exported goes on elsewhere as if nothing had happened. */
class ExportIT {
    private static final Path PLAYBOOK = Path.of("complete-journey");
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"(\\d+)\"");
    private static final String NAME = "Robin of household ";

    private static final int BATCH = 1_000;

    @TempDir
    private Path folder;

    private String err = "";

    /** Runs the command line; the messages of a refusal are kept. */
    private int siyu(String... args) {
        ImportedTraces line = new ImportedTraces();
        int code = line.run(args);
        err = line.err();
        return code;
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    private void export(String home, String to) {
        // why: a lease runs out some seconds after a house that gave no notice.
        LiveServer.await(
                "exported",
                () -> siyu("export", home(to).toString(), "--home", home(home).toString()) == 0,
                () -> err);
    }

    private int restore(String from, String home, String... more) {
        List<String> args = new ArrayList<>(
                List.of("restore", home(from).toString(), "--home", home(home).toString()));
        args.addAll(List.of(more));
        return siyu(args.toArray(String[]::new));
    }

    private void handKey(String from, String to) {
        try {
            Files.createDirectories(home(to));
            Files.copy(home(from).resolve("house.key"), home(to).resolve("house.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("full")
    void a_restored_house_decides_the_same_bytes_as_the_one_that_went_on() throws IOException {
        List<String> lines = year();
        int half = lines.size() / 2;
        String token;
        Map<String, String> first = Map.of("siyu.clock", "trace", "siyu.playbook", PLAYBOOK.toString());
        try (HttpHouse house = new HttpHouse(home("one"), first)) {
            token = house.token();
            upload(house, lines.subList(0, half));
        }
        export("one", "copy");
        handKey("one", "two");
        assertThat(restore("copy", "two")).as(() -> err).isZero();
        String went = goesOn("one", token, lines.subList(half, lines.size()));
        String restored = goesOn("two", token, lines.subList(half, lines.size()));
        assertThat(went.lines().count()).isGreaterThan(300);
        assertThat(went).contains("\"trigger\":\"step.due\"").contains("\"verdict\":\"hold\"");
        assertThat(restored.equals(went)).as("the same decisions").isTrue();
    }

    private String goesOn(String home, String token, List<String> lines) {
        try (HttpHouse house = new HttpHouse(home(home), Map.of("siyu.clock", "trace"), token)) {
            upload(house, lines);
            assertThat(house.drain().statusCode()).isEqualTo(204);
            Subject member = Subject.member("40");
            assertThat(house.part(RedisHouse.class)
                            .vault()
                            .personal(List.of(member))
                            .get(member))
                    .isEqualTo(Map.of("name", NAME + "40"));
            return house.decisions().body();
        }
    }

    private static void upload(HttpHouse house, List<String> lines) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<String> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
            HttpResponse<String> answer = house.send(batch);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    /** Every fortieth household of the real year, each with a name. */
    private List<String> year() throws IOException {
        Path file = folder.resolve("year.jsonl");
        JourneyTrace.write(ImportedTraces.JOURNEY, PLAYBOOK.resolve("mapping.yaml"), file, new Faults());
        List<String> year = new ArrayList<>();
        List<String> all = Files.readAllLines(file);
        for (String line : all.subList(1, all.size())) {
            Matcher event = SUBJECT.matcher(line);
            if (event.find() && Integer.parseInt(event.group(1)) % 40 == 0) {
                year.add(
                        line.contains("\"member.joined\"")
                                ? line.replace("\"data\":{}", "\"data\":{\"name\":\"" + NAME + event.group(1) + "\"}")
                                : line);
            }
        }
        return year;
    }

    @Test
    void accounts_editions_parked_messages_phones_and_the_archive_come_along_to_postgres() throws IOException {
        String token;
        try (LiveServer server = LiveServer.start(home("one"), Map.of())) {
            token = server.token();
            server.publish(LivePlaybook.shop());
            thanks(server, "ann", "o1");
            server.part(Pausing.class).pause("thanks");
            accepted(server, "bea", "o2");
            LiveServer.await(
                    "o2 is decided",
                    () -> server.part(RedisHouse.class).watch().counts().events() == 2);
        }
        List<PastEntry> past = archived("one");
        export("one", "copy");
        handKey("one", "two");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .start()) {
            System.setProperty("siyu.database", postgres.getJdbcUrl("postgres", "postgres"));
            try {
                assertThat(restore("copy", "two")).as(() -> err).isZero();
                goesOnInPostgres(token, past);
                assertThat(restore("copy", "two")).isEqualTo(1);
                assertThat(err).contains("There is an archive already").contains("Maybe name an empty home");
            } finally {
                System.clearProperty("siyu.database");
            }
        }
    }

    private void goesOnInPostgres(String token, List<PastEntry> past) {
        FileArchive archive = new FileArchive(home("two").resolve("archive"));
        int partition = Subject.member("ann").partitionOf(64);
        assertThat(archive.around(partition, past.get(0).position())).isEqualTo(past);
        try (LiveServer server = LiveServer.start(home("two"), Map.of())) {
            assertThat(texts(server, "ann")).containsExactly("Thank you for o1.");
            assertThat(posted(server, token, LivePlaybook.order("ann", "o1", 20))
                            .body())
                    .contains("\"duplicates\":1");
            assertThat(server.part(Publishing.class).edition().hash())
                    .isEqualTo(LivePlaybook.shop().hash());
            assertThat(server.part(Pausing.class).told().paused()).containsExactly("thanks");
            assertThat(texts(server, "bea")).isEmpty();
            server.part(Pausing.class).resume("thanks");
            LiveServer.await("o2 is thanked for", () -> !texts(server, "bea").isEmpty());
            assertThat(posted(server, token, LivePlaybook.order("ann", "o3", 20))
                            .statusCode())
                    .isEqualTo(202);
            LiveServer.await("o3 is thanked for", () -> texts(server, "ann").size() == 2);
            assertThat(texts(server, "bea")).containsExactly("Thank you for o2.");
            assertThat(server.health().statusCode()).as(server.health().body()).isEqualTo(200);
        }
    }

    private static List<String> texts(LiveServer server, String member) {
        return server.phone(member).stream().map(got -> got.message().text()).toList();
    }

    private static void thanks(LiveServer server, String member, String order) {
        accepted(server, member, order);
        LiveServer.await("thanked", () -> texts(server, member).size() == 1);
    }

    private static void accepted(LiveServer server, String member, String order) {
        assertThat(server.post(LivePlaybook.order(member, order, 20)).statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<String> posted(LiveServer server, String token, String event) {
        return LiveServer.call(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(server.address() + "/api/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(HttpRequest.BodyPublishers.ofString(event)));
    }

    /** Archives what the house decided without waiting until there is much; the first entries of ann's partition. */
    private List<PastEntry> archived(String home) {
        Edition edition = Playbooks.editions(List.of(PLAYBOOK), new PrintWriter(new StringWriter()))
                .orElseThrow()
                .get(0);
        FileArchive archive = new FileArchive(home(home).resolve("archive"));
        try (EmbeddedRedis redis = EmbeddedRedis.start(home(home).resolve("redis"), 0);
                RedisHouse house = new RedisHouse(new RedisHouse.Place(
                                redis.url(),
                                64,
                                edition::catalogue,
                                HouseKey.in(home(home).resolve("house.key")),
                                Clock.systemUTC())
                        .with(archive, new Archivist.Pace(1, 1, Duration.ZERO)))) {
            house.take();
            while (house.archive()) {
                assertThat(house.partitions()).isEqualTo(64);
            }
        }
        return archive.around(Subject.member("ann").partitionOf(64), 1);
    }

    @Test
    void what_is_not_whole_or_does_not_fit_is_refused() throws IOException {
        try (LiveServer server = LiveServer.start(home("one"), Map.of())) {
            server.publish(LivePlaybook.shop());
            thanks(server, "ann", "o1");
            assertThat(siyu(
                            "export",
                            home("copy").toString(),
                            "--home",
                            home("one").toString()))
                    .isEqualTo(1);
            assertThat(err).contains("A Siyu runs on this Redis.\nMaybe stop it first");
            assertThat(server.health().statusCode()).isEqualTo(200);
        }
        export("one", "copy");
        assertThat(siyu("export", home("copy").toString(), "--home", home("one").toString()))
                .isEqualTo(1);
        assertThat(err).contains("is not empty").contains("Maybe name a new one");
        assertThat(siyu(
                        "export",
                        home("other").toString(),
                        "--home",
                        home("none").toString()))
                .isEqualTo(1);
        assertThat(err).contains("There is no house in");
        assertThat(restore("one", "two")).isEqualTo(1);
        assertThat(err).contains("has no manifest.json").contains("Maybe it is no export");
        otherPartitions();
        changed("redis.jsonl.gz");
        missing("database.jsonl.gz");
        newer();
    }

    @Test
    void without_its_keys_an_export_is_restored_without_personal_data_when_asked_to() throws IOException {
        String joined = "{\"specversion\":\"1.0\",\"id\":\"j1\",\"source\":\"shop\",\"type\":\"member.joined\","
                + "\"subject\":\"ann\",\"time\":\"" + Instant.now() + "\",\"data\":{\"name\":\"Ann\"}}";
        try (LiveServer server = LiveServer.start(home("one"), Map.of())) {
            server.publish(LivePlaybook.shop());
            assertThat(server.post(joined).statusCode()).isEqualTo(202);
        }
        export("one", "copy");
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err)
                .contains("There is no house key")
                .contains("Maybe put the house.key of the exported house there");
        HouseKey.in(home("two").resolve("house.key"));
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("does not open personal data");
        Files.delete(home("copy").resolve("keys.jsonl.gz"));
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("lacks the keys of personal data").contains("--without-personal-data");
        assertThat(restore("copy", "two", "--without-personal-data"))
                .as(() -> err)
                .isZero();
        Subject ann = Subject.member("ann");
        try (LiveServer server = LiveServer.start(home("two"), Map.of())) {
            assertThat(server.part(RedisHouse.class).vault().personal(List.of(ann)))
                    .isEmpty();
            assertThat(server.part(RedisHouse.class).states().states(List.of(ann)))
                    .containsKey(ann);
        }
    }

    private void otherPartitions() {
        System.setProperty("siyu.engine.partitions", "16");
        try {
            assertThat(restore("copy", "two")).isEqualTo(1);
            assertThat(err)
                    .contains("The export has 64 partitions, this Siyu is set to 16.\nMaybe set SIYU_ENGINE_PART");
        } finally {
            System.clearProperty("siyu.engine.partitions");
        }
    }

    private void changed(String part) throws IOException {
        Path file = home("copy").resolve(part);
        byte[] before = Files.readAllBytes(file);
        byte[] after = before.clone();
        after[after.length / 2] ^= 1;
        Files.write(file, after, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("The file (" + part + ") is not the one that was exported.\nMaybe it was damaged");
        Files.write(file, before, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void missing(String part) throws IOException {
        Path file = home("copy").resolve(part);
        Path away = Files.move(file, folder.resolve("away"));
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("The export lacks the file (" + part + ").\nMaybe it was not copied along.");
        Files.move(away, file);
    }

    private void newer() throws IOException {
        Path file = home("copy").resolve("manifest.json");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("\"export\" : 1", "\"export\" : 2"));
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("has the layout (2), this Siyu knows 1.\nMaybe a newer Siyu wrote it");
        Files.writeString(file, before.replace("\"format\" : \"1\"", "\"format\" : \"9\""));
        assertThat(restore("copy", "two")).isEqualTo(1);
        assertThat(err).contains("keeps the house in the format (9)");
        Files.writeString(file, before);
    }
}
