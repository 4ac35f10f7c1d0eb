package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.Archivist;
import io.siyu.archive.file.FileArchive;
import io.siyu.archive.file.SnapshotFiles;
import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.house.Lease;
import io.siyu.partition.FailPoint;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Playbook;
import io.siyu.rule.Edition;
import io.siyu.web.cli.Playbooks;
import io.siyu.web.publish.Publishing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code siyu rebuild} on a house that ran: what Redis lost comes back, what is other is told and left. */
class RebuildIT {
    private static final int MEMBERS = 40;
    private static final int PARTITIONS = 4;
    private static final int KEPT = 3;
    private static final int AT = Subject.member("m1").partitionOf(PARTITIONS);
    private static final Map<String, String> SETTINGS =
            Map.of("siyu.engine.partitions", Integer.toString(PARTITIONS), "siyu.engine.snapshot", "1ms");
    private static final String CARE = """
            version: 1
            id: care
            name: After-care
            purpose: service
            channel: phone
            trigger:
              event: order.placed
            steps:
              - wait: 30d
              - send: ask
                text: Is everything as it should be?
            """;

    @TempDir
    private Path folder;

    private String token = "";
    private String out = "";
    private String err = "";

    private int siyu(String... args) {
        ImportedTraces line = new ImportedTraces();
        int code = line.run(args);
        out = line.out();
        err = line.err();
        return code;
    }

    private int rebuild(String... more) {
        List<String> args = new ArrayList<>(List.of("rebuild", "--home", home().toString()));
        args.addAll(List.of(more));
        return siyu(args.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void what_redis_lost_comes_back_and_what_is_other_is_told_and_left() throws IOException {
        lived();
        assertThat(rebuild()).as(() -> out + err).isZero();
        assertThat(out)
                .contains("the snapshot after ")
                .contains(": the same.")
                .endsWith("All 4 partitions looked at hold what was decided.\n");
        assertThat(rebuild("--whole", "--partition", "" + AT))
                .as(() -> out + err)
                .isZero();
        assertThat(out).contains("decided again from the beginning: the same.").contains("All 1 partitions");

        List<String> mine = members();
        String before = redis(redis -> loses(redis, mine));
        assertThat(rebuild()).isEqualTo(1);
        assertThat(out)
                .contains("2 lost (partition/0" + AT + ", member/" + mine.get(0) + ")")
                .contains("not listed (")
                .contains("1 other than decided (member/" + mine.get(1) + ")")
                .contains("1 of 4 partitions do not hold what was decided.\nMaybe ");

        putsBack(mine, before);
        goesOn(mine.get(0));
    }

    /** Two states, every name and a timer go, another state is changed; what that one was. */
    private static String loses(Jedis redis, List<String> mine) {
        redis.del(key("state:partition:0" + AT), key("state:member:" + mine.get(0)), key("ids"));
        redis.zrem(key("timers"), "member/" + mine.get(2));
        String before = redis.get(key("state:member:" + mine.get(1)));
        redis.set(key("state:member:" + mine.get(1)), before + " ");
        return before;
    }

    private void putsBack(List<String> mine, String before) throws IOException {
        assertThat(rebuild("--write", "--json")).isEqualTo(1);
        JsonNode told = JsonMapper.shared().readTree(out);
        assertThat(told.path("well").asBoolean(true)).isFalse();
        JsonNode partition = told.path("partitions").path(AT);
        assertThat(partition.path("lost").size()).isEqualTo(2);
        assertThat(partition.path("unlisted").size()).isEqualTo(mine.size() - 2);
        assertThat(partition.path("written").asBoolean()).isTrue();
        assertThat(partition.path("differing").path(0).asString()).isEqualTo("member/" + mine.get(1));
        String left = redis(redis -> redis.get(key("state:member:" + mine.get(1))));
        assertThat(left).isEqualTo(before + " ");

        redis(redis -> redis.set(key("state:member:" + mine.get(1)), before)
                + redis.zadd(key("ids"), 0, "member/" + mine.get(1)));
        assertThat(rebuild("--whole")).as(() -> out + err).isZero();
        Double due = redis(redis -> redis.zscore(key("timers"), "member/" + mine.get(0)));
        assertThat(due).isPositive();
    }

    private void goesOn(String member) {
        try (HttpHouse house = new HttpHouse(home(), SETTINGS, token)) {
            int before = phone(house, member);
            order(house, member, "again");
            LiveServer.await("thanked", () -> phone(house, member) == before + 1);
            assertThat(house.stranger("GET", "/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_cannot_be_compared_is_told() throws IOException {
        assertThat(rebuild()).isEqualTo(1);
        assertThat(err).startsWith("There is no house in (").contains("Maybe --home");
        assertThat(Files.exists(home())).isFalse();
        assertThat(rebuild("--partition", "-1")).isEqualTo(2);
        assertThat(err).contains("must not be negative");
        assertThat(rebuild("--everything")).isEqualTo(2);
        try (HttpHouse house = new HttpHouse(home(), SETTINGS)) {
            house.part(Publishing.class).publish(shop(), "test");
            ordered(house, "a");
            assertThat(rebuild()).isEqualTo(1);
            assertThat(err).contains("A Siyu runs on this Redis.\nMaybe stop it first");
            assertThat(house.stranger("GET", "/actuator/health").statusCode()).isEqualTo(200);
        }
        archived();
        assertThat(rebuild("--partition", "4")).isEqualTo(2);
        assertThat(err).isEqualTo("This house has no partition (4).\nMaybe one from 0 to 3 was meant.\n");
        try (Stream<Path> files = Files.list(home().resolve("archive/p0" + AT))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(rebuild()).isEqualTo(1);
        assertThat(out)
                .contains("Partition 0" + AT + ": The past of partition (" + AT + ") ")
                .contains("put back the copy you kept")
                .contains("1 of 4 partitions do not hold");
    }

    /** A house that has an archive, a snapshot of each partition, and entries behind it. */
    private void lived() throws IOException {
        try (HttpHouse house = new HttpHouse(home(), SETTINGS)) {
            token = house.token();
            house.part(Publishing.class).publish(shop(), "test");
            ordered(house, "a");
        }
        archived();
        try (HttpHouse house = new HttpHouse(home(), SETTINGS, token)) {
            LiveServer.await("a snapshot of each", RebuildIT.this::snapshotted);
            ordered(house, "b");
        }
    }

    private static Playbook shop() {
        return LivePlaybook.shop().with("campaigns/care.yaml", CARE.getBytes(StandardCharsets.UTF_8));
    }

    private boolean snapshotted() {
        SnapshotFiles files = new SnapshotFiles(home().resolve("archive"), KEPT);
        return IntStream.range(0, PARTITIONS).noneMatch(p -> files.of(p).isEmpty());
    }

    private static void ordered(HttpHouse house, String round) {
        int before = phones(house);
        List<String> orders = IntStream.range(0, MEMBERS)
                .mapToObj(i -> LivePlaybook.order("m" + i, round + i, 20))
                .toList();
        assertThat(house.send(orders).statusCode()).isEqualTo(202);
        LiveServer.await("all are thanked", () -> phones(house) == before + MEMBERS);
    }

    private static void order(HttpHouse house, String member, String order) {
        assertThat(house.send(List.of(LivePlaybook.order(member, order, 20))).statusCode())
                .isEqualTo(202);
    }

    private static int phones(HttpHouse house) {
        return IntStream.range(0, MEMBERS).map(i -> phone(house, "m" + i)).sum();
    }

    private static int phone(HttpHouse house, String member) {
        return house.part(Phones.class).of(Subject.member(member), 50).size();
    }

    /** Archives all that was decided, and leaves nothing of it in the logs. */
    private void archived() throws IOException {
        Edition edition = Playbooks.editions(List.of(Path.of("complete-journey")), new PrintWriter(new StringWriter()))
                .orElseThrow()
                .get(0);
        try (EmbeddedRedis redis = EmbeddedRedis.start(home().resolve("redis"), 0)) {
            RedisHouse.Place place = new RedisHouse.Place(
                            redis.url(),
                            PARTITIONS,
                            edition::catalogue,
                            HouseKey.in(home().resolve("house.key")),
                            20_000,
                            0,
                            FailPoint.NONE,
                            Clock.systemUTC())
                    .with(
                            new FileArchive(home().resolve("archive")),
                            new Archivist.Pace(1_000, 1_000_000, Duration.ZERO));
            try (RedisHouse house = new RedisHouse(place)) {
                Lease lease = house.lease(Duration.ofSeconds(10));
                assertThat(lease.take()).isTrue();
                while (house.archive()) {
                    assertThat(house.partitions()).isEqualTo(PARTITIONS);
                }
                lease.giveBack();
            }
        }
    }

    /** Members of the partition looked at, in the order of their names. */
    private static List<String> members() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> "m" + i)
                .filter(member -> Subject.member(member).partitionOf(PARTITIONS) == AT)
                .sorted()
                .toList();
    }

    private <T> T redis(Function<Jedis, T> work) {
        try (EmbeddedRedis redis = EmbeddedRedis.start(home().resolve("redis"), 0);
                Jedis jedis = new Jedis(redis.url())) {
            return work.apply(jedis);
        }
    }

    private static String key(String name) {
        return "siyu:{p0" + AT + "}:" + name;
    }
}
