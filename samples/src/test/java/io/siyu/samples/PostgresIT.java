package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.partition.quartz.QuartzCalendar;
import io.siyu.playbook.Playbook;
import io.siyu.web.publish.Publishing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A whole server whose database is PostgreSQL: accounts, tokens, editions, the calendar. */
class PostgresIT {
    private static final String CADENCE = """
            version: 1
            id: fair
            name: {en: Fair, zh: 集市}
            purpose: marketing
            priority: 0
            channel: phone
            trigger:
              cadence:
                start: %s
                days: 3
            steps:
              - send: opening
                day: 1
                at: "10:00"
                window: 2h
                audience: members
                text: {en: "The fair opens."}
            """;

    private static final String LATER = """
            version: 1
            id: later
            name: {en: A moment later, zh: 稍后}
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - total == 30
            steps:
              - wait: 1s
              - send: ask
                text: {en: "Is everything as it should be?"}
            """;

    @TempDir
    private Path folder;

    @Test
    void decides_plans_and_remembers_as_on_any_other_database() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .start()) {
            Map<String, String> settings = Map.of("siyu.database", postgres.getJdbcUrl("postgres", "postgres"));
            String edition;
            try (LiveServer server = LiveServer.start(folder.resolve("home"), settings)) {
                server.publish(shopWithFair());
                edition = server.part(Publishing.class).edition().hash();
                thanksFor(server, "o1");
                LiveServer.await(
                        "the fair is planned",
                        () -> server.part(QuartzCalendar.class).planned().size() == 1);
                assertThat(server.firstAdmin()).contains("/first-admin");
                assertThat(server.health().statusCode()).isEqualTo(200);
            }
            assertThat(count(postgres, "qrtz_triggers")).isEqualTo(1);
            assertThat(count(postgres, "api_token")).isEqualTo(1);
            try (LiveServer server = LiveServer.start(folder.resolve("home"), settings)) {
                assertThat(server.part(Publishing.class).edition().hash()).isEqualTo(edition);
                assertThat(server.health().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void while_the_database_is_away_it_decides_and_sends_and_says_what_waits() throws IOException {
        EmbeddedPostgres.Builder database = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
        EmbeddedPostgres postgres = database.start();
        Map<String, String> settings = Map.of("siyu.database", postgres.getJdbcUrl("postgres", "postgres"));
        try (LiveServer server = LiveServer.start(folder.resolve("home"), settings)) {
            server.publish(LivePlaybook.shop().with("campaigns/later.yaml", LATER.getBytes(StandardCharsets.UTF_8)));
            thanksFor(server, "o1");
            postgres.close();
            assertThat(server.post(LivePlaybook.order("bea", "o2", 30)).statusCode())
                    .isEqualTo(202);
            LiveServer.await("thanked without it", () -> server.phone("bea").size() == 2);
            HttpResponse<String> health = server.health();
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(LiveServer.json(health)
                            .at("/components/house/details/ills/database")
                            .asString())
                    .contains("deciding, timers and sending go on")
                    .contains("\nMaybe it is stopped");
            assertThatThrownBy(() -> server.publish(shopWithFair())).isInstanceOf(DataAccessException.class);
            postgres = database.setPort(postgres.getPort()).start();
            LiveServer.await(
                    "well again",
                    () -> server.health().statusCode() == 200,
                    () -> server.health().body());
            server.publish(shopWithFair());
        } finally {
            postgres.close();
        }
    }

    private static void thanksFor(LiveServer server, String order) {
        assertThat(server.post(LivePlaybook.order("ann", order, 20)).statusCode())
                .isEqualTo(202);
        LiveServer.await("thanked", () -> server.phone("ann").size() == 1);
    }

    private static Playbook shopWithFair() {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(7);
        return LivePlaybook.shop()
                .with("campaigns/fair.yaml", CADENCE.formatted(soon).getBytes(StandardCharsets.UTF_8));
    }

    private static long count(EmbeddedPostgres postgres, String table) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
