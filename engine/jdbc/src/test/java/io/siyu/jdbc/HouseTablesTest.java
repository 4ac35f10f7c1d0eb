package io.siyu.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.member.PartitionState;
import io.siyu.partition.Cadence;
import io.siyu.partition.Commit;
import io.siyu.partition.Occasion;
import io.siyu.partition.Occasion.Fate;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.jdbc.JdbcOccasions;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.playbook.jdbc.PublishedEditions.Made;
import io.siyu.playbook.jdbc.PublishedEditions.Place;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.playbook.jdbc.PublishedEditions.Trial;
import io.siyu.replay.Shop;
import io.siyu.report.jdbc.JdbcRuleDays;
import io.siyu.report.rhythm.Noted;
import io.siyu.report.rhythm.RuleCounts;
import io.siyu.report.rhythm.RuleTrouble;
import io.siyu.report.rhythm.RuleWatch;
import io.siyu.report.rhythm.Sighting;
import io.siyu.rule.Consulted;
import io.siyu.rule.Edition;
import io.siyu.rule.Fired.RuleFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class HouseTablesTest {
    private static final Instant NOW = Instant.parse("2026-11-04T02:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 4);
    private static final Edition BOOK = new Shop().edition("e1");

    @TempDir
    private Path folder;

    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void open() throws IOException {
        database = start(folder);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
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

    @Test
    void remembers_what_began_and_keeps_what_was_noted_first() {
        JdbcOccasions book = new JdbcOccasions(jdbc);
        Occurrence first = occurrences().get(0);
        Occurrence second = occurrences().get(1);
        book.note(new Occasion(first, Fate.BEGUN, NOW, null));
        book.note(new Occasion(second, Fate.MISSED, NOW, Occasion.Reason.NOT_RUNNING));
        book.note(new Occasion(first, Fate.MISSED, NOW, Occasion.Reason.NOT_RUNNING));
        assertThat(new JdbcOccasions(jdbc).begun()).containsExactly(first.id());
    }

    @Test
    void tells_that_the_book_is_away_when_the_database_is() throws IOException {
        stop();
        JdbcOccasions book = new JdbcOccasions(jdbc);
        assertThatThrownBy(book::begun).isInstanceOf(StoreDownException.class);
        Occasion begun = new Occasion(occurrences().get(0), Fate.BEGUN, NOW, null);
        assertThatThrownBy(() -> book.note(begun)).isInstanceOf(StoreDownException.class);
    }

    @Test
    void numbers_publications_and_gives_back_the_very_bytes() {
        PublishedEditions editions = new PublishedEditions(jdbc);
        Playbook one = playbook("retailer: One");
        Playbook two = playbook("retailer: Two");
        assertThat(editions.newest()).isEmpty();
        editions.publish(one, "lin", NOW);
        editions.publish(two, "lin", NOW);
        Publication third = editions.publish(one, "lin", NOW);
        assertThat(third).isEqualTo(new Publication(3, one.hash(), null, false));
        assertThat(editions.playbook(two.hash()).orElseThrow().toBytes()).isEqualTo(two.toBytes());
        editions.heard(3);
        assertThat(editions.newest()).contains(new Publication(3, one.hash(), null, true));
    }

    @Test
    void an_edition_on_one_partition_is_tried_until_anything_is_published_after_it() {
        PublishedEditions editions = new PublishedEditions(jdbc);
        Playbook one = playbook("retailer: One");
        Playbook two = playbook("retailer: Two");
        editions.publish(one, "lin", NOW);
        Trial trial = new Trial(NOW, NOW.plusSeconds(60), 1.5);
        Place place = new Place(7, trial);
        assertThat(editions.tryOut(0, two, new Made("lin", NOW, ""), place)).isEmpty();
        assertThat(editions.tryOut(1, two, new Made("lin", NOW, ""), place))
                .contains(new Publication(2, two.hash(), 7, false));
        assertThat(editions.newest().orElseThrow().edition()).isEqualTo(one.hash());
        assertThat(editions.canary()).contains(new PublishedEditions.Told(2, two.hash(), "lin", NOW, 7, "", trial));
        assertThat(editions.unheard()).extracting(Publication::revision).containsExactly(1L, 2L);

        Made back = new Made("canary", NOW, "more");
        assertThat(editions.follow(2, one.hash(), 7, back)).contains(new Publication(3, one.hash(), 7, false));
        assertThat(editions.canary()).isEmpty();
        assertThat(editions.follow(2, two.hash(), null, back)).isEmpty();
        assertThat(editions.history(1)).first().returns("more", PublishedEditions.Told::note);
        assertThat(editions.newest().orElseThrow().revision()).isEqualTo(1);
        editions.publish(two, "lin", NOW);
        assertThat(editions.unheard()).extracting(Publication::revision).containsExactly(4L);
    }

    @Test
    void adds_up_what_rules_did_and_forgets_old_days() {
        JdbcRuleDays days = new JdbcRuleDays(database);
        RuleWatch watch = new RuleWatch(days, () -> new RuleWatch.InForce(BOOK, 1), () -> NOW);
        watch.committed(commit(NOW.minus(Duration.ofDays(2)), new RuleFault("r", "one", false)));
        watch.keep();
        watch.committed(commit(NOW, new RuleFault("r", "x".repeat(2_000), true)));
        watch.committed(commit(NOW, new RuleFault("r", "y".repeat(2_000), true)));
        watch.keep();
        RuleCounts counts = new JdbcRuleDays(database).since(TODAY.minusDays(2));
        assertThat(counts.fired()).containsOnlyKeys(TODAY.minusDays(2), TODAY);
        assertThat(counts.fired().get(TODAY)).containsExactly(Map.entry("r", 2L));
        assertThat(counts.asked().get(TODAY)).containsExactly(Map.entry("order.placed", 2L));
        assertThat(days.fired().get("r")).isEqualTo(new Sighting("m1", "o1", NOW));
        assertThat(days.troubles().get("r"))
                .returns("y".repeat(1_000), RuleTrouble::reason)
                .returns(true, RuleTrouble::limit)
                .returns(3L, RuleTrouble::times);
        days.forget(TODAY);
        assertThat(days.since(LocalDate.EPOCH).fired()).containsOnlyKeys(TODAY);
    }

    @Test
    void adds_up_with_how_many_events_a_field_came_and_forgets_old_days() {
        JdbcRuleDays days = new JdbcRuleDays(database);
        Noted noted = new Noted();
        noted.counts().came(TODAY.minusDays(1), "order.placed.store", 2);
        noted.counts().came(TODAY, "order.placed.store", 3);
        days.add(noted);
        days.add(noted);
        assertThat(new JdbcRuleDays(database).since(TODAY).came())
                .isEqualTo(Map.of(TODAY, Map.of("order.placed.store", 6L)));
        days.forget(TODAY);
        assertThat(days.since(LocalDate.EPOCH).came()).containsOnlyKeys(TODAY);
    }

    @Test
    void knows_since_when_a_rule_is_written_as_it_is_and_forgets_what_was_wrong_before() {
        JdbcRuleDays days = new JdbcRuleDays(database);
        RuleWatch watch = new RuleWatch(days, () -> new RuleWatch.InForce(BOOK, 1), () -> NOW);
        days.written(Map.of("r", "a", "s", "a"), TODAY.minusDays(9));
        watch.committed(commit(NOW, new RuleFault("r", "one", false)));
        watch.keep();
        days.written(Map.of("r", "a", "s", "a"), TODAY.minusDays(5));
        days.written(Map.of("r", "b", "s", "a"), TODAY.minusDays(1));
        assertThat(days.written())
                .containsEntry("r", List.of(TODAY.minusDays(9), TODAY.minusDays(1)))
                .containsEntry("s", List.of(TODAY.minusDays(9)));
        assertThat(days.troubles()).isEmpty();
    }

    @Test
    void keeps_what_fits_of_what_no_table_can_hold_and_goes_on_counting() {
        JdbcRuleDays days = new JdbcRuleDays(database);
        RuleWatch watch = new RuleWatch(days, () -> new RuleWatch.InForce(BOOK, 1), () -> NOW);
        String longest = "o".repeat(299) + "\uD83D\uDE00";
        days.written(Map.of("r", "a", "n".repeat(401), "a"), TODAY);
        watch.committed(commit(longest, NOW, new RuleFault("r", "no\0thing", false)));
        watch.committed(commit("o2", NOW, new RuleFault("n".repeat(401), "one", false)));
        watch.keep();
        assertThat(days.written()).containsOnlyKeys("r");
        assertThat(days.since(TODAY).fired().get(TODAY)).containsExactly(Map.entry("r", 2L));
        assertThat(days.troubles()).containsOnlyKeys("r");
        assertThat(days.troubles().get("r"))
                .isEqualTo(new RuleTrouble("nothing", false, new Sighting("m1", "o".repeat(299), NOW), 1));
        watch.committed(commit("o3", NOW, new RuleFault("r", "two", false)));
        watch.keep();
        assertThat(days.fired().get("r").event()).isEqualTo("o3");
    }

    @Test
    void tells_that_what_rules_did_cannot_be_kept_when_the_database_is_away() throws IOException {
        JdbcRuleDays days = new JdbcRuleDays(database);
        stop();
        assertThatThrownBy(days::written).isInstanceOf(StoreDownException.class);
        assertThatThrownBy(() -> days.forget(TODAY)).isInstanceOf(StoreDownException.class);
    }

    private static Commit commit(Instant at, RuleFault fault) {
        return commit("o1", at, fault);
    }

    private static Commit commit(String order, Instant at, RuleFault fault) {
        Shop shop = new Shop();
        Entry entry = new Entry(1, at, EntryKind.EVENT, shop.order(order, "m1", at));
        return new Commit(
                entry,
                PartitionState.fresh(0).activated(BOOK.hash(), 1),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Consulted("order.placed", List.of("r"))),
                List.of(fault),
                "");
    }

    private static Playbook playbook(String settings) {
        return Playbook.of(Map.of("settings.yaml", settings.getBytes(UTF_8)));
    }

    private static List<Occurrence> occurrences() {
        Cadence cadence = Cadence.from("2026-11-04", "Asia/Shanghai")
                .step("warm-up", 1, "10:00", Duration.ofHours(1))
                .step("notice", 5, "10:00", Duration.ofHours(1));
        return Schedule.occurrences(
                List.of(cadence.campaign()), ZoneId.of("Asia/Shanghai"), Instant.EPOCH, Instant.MAX);
    }
}
