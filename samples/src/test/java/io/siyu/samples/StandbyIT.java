package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import io.siyu.house.LiveHouse;
import io.siyu.partition.HouseTime;
import io.siyu.partition.quartz.QuartzCalendar;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Playbook;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one Redis and one PostgreSQL: the owner alone plans and begins, and the other goes on where it was. */
class StandbyIT {
    private static final int PARTITIONS = 4;
    private static final long AN_HOUR_A_SECOND = 3_600_000;
    private static final int ROUNDS = 3;
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: UTC
            currency: EUR
            language: en
            channels:
              phone: [service, marketing]
            """;
    private static final String HOURLY = """
            version: 1
            id: hourly
            name: Hourly
            purpose: marketing
            channel: phone
            trigger:
              schedule: {cron: 0 * * * *, window: 1h}
            steps:
              - send: bell
                text: The hour strikes
            """;

    @TempDir
    private Path folder;

    @Test
    @Tag("full")
    void a_standby_plans_and_begins_nothing_and_goes_on_where_the_owner_was() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .start();
                EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 0)) {
            Map<String, String> shared = Map.of(
                    "siyu.clock", "accelerated",
                    "siyu.engine.partitions", Integer.toString(PARTITIONS),
                    "siyu.database", postgres.getJdbcUrl("postgres", "postgres"),
                    "siyu.redis.url", redis.url().toString());
            LiveServer owner = LiveServer.start(folder.resolve("one"), shared);
            try (LiveServer standby = LiveServer.start(folder.resolve("other"), shared)) {
                strike(owner, standby);
                owner.close();
                LiveServer.await("the other plans", () -> !planned(standby).isEmpty());
                strikes(standby);
                standby.part(HouseTime.class).run(1_000, true);
                eachOnceAndNoneMissed(standby);
            } finally {
                owner.close();
            }
            // why: rounds that were over when the schedule was published are nobody's fault.
            String first = "(select min(planned) from occasion where fate = 'BEGUN')";
            assertThat(count(postgres, "fate = 'MISSED' and planned > " + first))
                    .isZero();
            assertThat(count(postgres, "fate = 'BEGUN'")).isPositive();
        }
    }

    private static void strike(LiveServer owner, LiveServer standby) {
        assertThat(owner.part(LiveHouse.class).owner()).isTrue();
        assertThat(standby.part(LiveHouse.class).owner()).isFalse();
        owner.publish(Playbook.of(Map.of("settings.yaml", bytes(SETTINGS), "campaigns/hourly.yaml", bytes(HOURLY))));
        owner.part(HouseTime.class).run(AN_HOUR_A_SECOND, false);
        LiveServer.await("it strikes", () -> !rounds(owner).isEmpty());
        strikes(owner);
        // why: between two plans, an hour apart, which is a second here, there is none for a moment.
        LiveServer.await("the owner plans", () -> !planned(owner).isEmpty());
        assertThat(planned(standby)).isEmpty();
    }

    private static void strikes(LiveServer server) {
        int before = rounds(server).size();
        LiveServer.await("the next hours strike", () -> rounds(server).size() >= before + ROUNDS);
    }

    private static void eachOnceAndNoneMissed(LiveServer server) {
        List<LocalDateTime> hours = rounds(server);
        List<LocalDateTime> consecutive = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            consecutive.add(hours.get(0).plus(Duration.ofHours(i)));
        }
        assertThat(hours).isEqualTo(consecutive);
        LiveServer.await(
                "every partition has them",
                () -> IntStream.range(0, PARTITIONS)
                        .allMatch(partition -> rounds(server, partition).equals(rounds(server))));
    }

    private static List<String> planned(LiveServer server) {
        return server.part(QuartzCalendar.class).planned();
    }

    private static List<LocalDateTime> rounds(LiveServer server) {
        return rounds(server, 0);
    }

    /** The hours whose scans entered a partition, in the order of its log. */
    private static List<LocalDateTime> rounds(LiveServer server, int partition) {
        Map<Integer, Long> from = Map.of(partition, 0L);
        return server.part(RedisHouse.class).log().entries(from, 10_000).getOrDefault(partition, List.of()).stream()
                .filter(entry -> entry.event().id().startsWith("scan-hourly/"))
                .map(entry -> hour(entry.event()))
                .toList();
    }

    private static LocalDateTime hour(Event scan) {
        return LocalDateTime.parse(scan.id().substring(scan.id().lastIndexOf('/') + 1));
    }

    private static long count(EmbeddedPostgres postgres, String where) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from occasion where " + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
