package io.siyu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.partition.StoreDownException;
import io.siyu.report.jdbc.JdbcWhereabouts;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Move;
import io.siyu.report.whereabouts.Move.Proposed;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.Stretch;
import io.siyu.report.whereabouts.Whereabouts;
import io.siyu.report.whereabouts.Whereabouts.Group;
import io.siyu.report.whereabouts.WhereaboutsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcWhereaboutsTest extends WhereaboutsContract {
    private static final List<Place> PLACES = List.of(Place.values());

    @TempDir
    private Path folder;

    private DataSource database;

    @BeforeEach
    void open() throws IOException {
        database = start(folder);
        Flyway.configure().dataSource(database).load().migrate();
    }

    /** An empty database. */
    DataSource start(Path directory) throws IOException {
        return JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("house").toAbsolutePath(), "sa", "");
    }

    /** Ends the database. */
    @AfterEach
    void stop() throws IOException {
        ((JdbcConnectionPool) database).dispose();
    }

    @Override
    protected Whereabouts whereabouts() {
        return new JdbcWhereabouts(database);
    }

    @Test
    void keeps_what_fits_of_what_no_column_holds() {
        Whereabouts kept = whereabouts();
        kept.begin(0);
        Proposed proposed = new Proposed(new Act("club", "hello", "message"), "", "m1", "e\0".repeat(400));
        String reason = "r".repeat(119) + "\uD83D\uDE00";
        kept.take(List.of(new Stretch(0, 0, 1, List.of(new Move("a", proposed, Place.FAILED, reason, Instant.EPOCH)))));
        assertThat(kept.groups("club")).containsExactly(new Group(proposed.act(), Place.FAILED, "r".repeat(119), 1));
        assertThat(kept.named(List.of("a")))
                .singleElement()
                .matches(found -> found.event().equals("e".repeat(300)));
    }

    @Test
    void every_row_is_counted_and_nothing_else() {
        Whereabouts kept = whereabouts();
        kept.begin(0);
        for (int round = 0; round < 40; round++) {
            kept.take(List.of(new Stretch(0, round, round + 1, List.of(move(round % 7, round), move(7, round)))));
        }
        kept.forget(Instant.EPOCH.plusSeconds(36));
        String differing =
                "select count(*) from (select campaign, step, act, place, reason, partition_no, count(*) as amount"
                        + " from proposal_place group by campaign, step, act, place, reason, partition_no"
                        + " except select campaign, step, act, place, reason, partition_no, amount from proposal_count) as d";
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql(differing).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select sum(amount) from proposal_count")
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from proposal_place")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private static Move move(int member, int round) {
        Place place = PLACES.get((member * 5 + round) % PLACES.size());
        Proposed proposed = new Proposed(new Act("club", "s" + member % 2, "message"), "", "m" + member, "e");
        return new Move(
                "p" + member,
                round % 3 == 2 ? null : proposed,
                place,
                member % 2 == 0 ? "" : "because",
                Instant.EPOCH.plusSeconds(round));
    }

    @Test
    void tells_that_lists_are_away_when_the_database_is() throws IOException {
        Whereabouts kept = whereabouts();
        stop();
        assertThatThrownBy(kept::reached).isInstanceOf(StoreDownException.class);
        assertThatThrownBy(() -> kept.groups("club")).isInstanceOf(StoreDownException.class);
        assertThatThrownBy(() -> kept.take(List.of())).isInstanceOf(StoreDownException.class);
    }
}
