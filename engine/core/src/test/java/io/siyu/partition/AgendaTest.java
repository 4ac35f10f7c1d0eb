package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Occurrence;
import io.siyu.event.Event;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final int PARTITIONS = 4;
    private static final Duration WINDOW = Duration.ofHours(2);

    private Instant real = Instant.parse("2026-11-04T00:00:00Z");
    private Edition edition = cadence("10:00").edition();
    private final ListedLog log = new ListedLog();
    private final HandTime time = new HandTime(() -> real);
    private final NotedOccasions book = new NotedOccasions();
    private Agenda agenda = open();

    @Test
    void begins_a_due_step_in_every_partition_once() {
        real = Instant.parse("2026-11-04T02:00:00Z");
        assertThat(agenda.keep()).extracting(Occurrence::step).containsExactly("warm-up");
        assertThat(agenda.keep()).isEmpty();
        assertThat(log.appended())
                .extracting(e -> e.id() + " " + e.subject())
                .containsExactly(
                        "scan-sale/warm-up/2026-11-04 partition/00",
                        "scan-sale/warm-up/2026-11-04 partition/01",
                        "scan-sale/warm-up/2026-11-04 partition/02",
                        "scan-sale/warm-up/2026-11-04 partition/03");
        assertThat(book.told()).containsExactly("warm-up BEGUN");
    }

    @Test
    void waits_until_the_planned_instant() {
        real = Instant.parse("2026-11-04T01:59:59.999Z");
        assertThat(agenda.keep()).isEmpty();
        assertThat(agenda.coming()).hasSize(2);
    }

    @Test
    void catches_up_while_the_window_is_open() {
        real = Instant.parse("2026-11-04T03:59:00Z");
        assertThat(open().keep()).hasSize(1);
    }

    @Test
    void records_as_missed_what_nobody_began_in_its_window() {
        real = Instant.parse("2026-11-04T04:00:00Z");
        assertThat(open().keep()).isEmpty();
        assertThat(open().keep()).isEmpty();
        assertThat(log.appended()).isEmpty();
        assertThat(book.told()).containsExactly("warm-up MISSED");
    }

    @Test
    void allows_a_fast_clock_some_real_seconds() {
        time.set(Instant.parse("2026-11-04T01:59:00Z"), 8_640_000);
        real = real.plusSeconds(3);
        assertThat(time.now()).isAfter(Instant.parse("2026-11-04T09:00:00Z"));
        assertThat(agenda.keep()).extracting(Occurrence::step).containsExactly("warm-up");
    }

    @Test
    void finishes_what_an_outage_of_the_log_interrupted() {
        real = Instant.parse("2026-11-04T02:00:00Z");
        log.down(true);
        assertThatThrownBy(() -> agenda.keep()).isInstanceOf(StoreDownException.class);
        log.down(false);
        agenda.keep();
        assertThat(log.appended()).extracting(Event::subject).hasSize(PARTITIONS);
    }

    @Test
    void begins_without_the_book_and_notes_it_later() {
        agenda.keep();
        book.down(true);
        real = Instant.parse("2026-11-04T02:00:00Z");
        assertThat(agenda.keep()).hasSize(1);
        book.down(false);
        agenda.keep();
        assertThat(book.told()).containsExactly("warm-up BEGUN");
    }

    @Test
    void begins_even_when_the_book_is_away_from_the_start() {
        book.down(true);
        real = Instant.parse("2026-11-04T02:00:00Z");
        assertThat(agenda.keep()).hasSize(1);
        book.down(false);
        agenda.keep();
        assertThat(book.told()).containsExactly("warm-up BEGUN");
    }

    @Test
    void does_not_begin_again_a_step_moved_to_another_day() {
        real = Instant.parse("2026-11-04T02:00:00Z");
        agenda.keep();
        edition = cadence("20:00").edition();
        real = Instant.parse("2026-11-04T12:00:00Z");
        assertThat(agenda.keep()).isEmpty();
        assertThat(open().keep()).isEmpty();
        assertThat(log.appended()).hasSize(PARTITIONS);
    }

    @Test
    void follows_the_edition_in_force() {
        edition = cadence("09:00").edition();
        assertThat(agenda.coming().get(0).planned()).isEqualTo(Instant.parse("2026-11-04T01:00:00Z"));
    }

    @Test
    void tells_of_a_step_that_is_due_for_more_than_a_minute_and_has_not_begun() {
        assertThat(agenda.overdue()).isEmpty();
        real = Instant.parse("2026-11-04T02:00:59.999Z");
        assertThat(agenda.overdue()).isEmpty();
        real = Instant.parse("2026-11-04T02:01:00Z");
        assertThat(agenda.overdue()).extracting(Occurrence::step).containsExactly("warm-up");
        agenda.keep();
        assertThat(agenda.overdue()).isEmpty();
    }

    @Test
    void does_not_call_overdue_what_is_noted_as_missed() {
        assertThat(agenda.overdue()).isEmpty();
        real = Instant.parse("2026-11-04T05:00:00Z");
        assertThat(agenda.overdue()).hasSize(1);
        agenda.keep();
        assertThat(agenda.overdue()).isEmpty();
    }

    @Test
    void gives_a_new_edition_and_a_new_clock_a_minute_to_begin_what_they_bring() {
        real = Instant.parse("2026-11-04T02:00:30Z");
        agenda.overdue();
        edition = cadence("09:00").edition("0e0000000000");
        real = Instant.parse("2026-11-04T02:01:40Z");
        assertThat(agenda.overdue()).isEmpty();
        time.set(Instant.parse("2026-11-04T02:30:00Z"), 1000);
        assertThat(agenda.overdue()).isEmpty();
        real = Instant.parse("2026-11-04T02:02:40Z");
        assertThat(agenda.overdue()).hasSize(1);
    }

    @Test
    void a_node_that_stands_by_begins_and_notes_nothing_and_goes_on_where_the_owner_was() {
        AtomicBoolean owner = new AtomicBoolean();
        Agenda standby = new Agenda(new Agenda.House(log, time, PARTITIONS, owner::get), () -> edition, book);
        assertThat(standby.keep()).isEmpty();
        assertThat(book.kept()).isEmpty();
        real = Instant.parse("2026-11-04T02:00:00Z");
        assertThat(standby.keep()).isEmpty();
        assertThat(log.appended()).isEmpty();
        agenda.keep();
        real = Instant.parse("2026-11-15T03:02:00Z");
        assertThat(standby.overdue()).isEmpty();

        owner.set(true);
        assertThat(standby.keep()).extracting(Occurrence::step).containsExactly("after-care");
        assertThat(book.told()).containsExactly("warm-up BEGUN", "after-care BEGUN");
    }

    @Test
    void a_node_that_owned_the_house_before_reads_again_what_the_other_began() {
        AtomicBoolean owner = new AtomicBoolean(true);
        Agenda first = new Agenda(new Agenda.House(log, time, PARTITIONS, owner::get), () -> edition, book);
        first.keep();
        owner.set(false);
        first.keep();
        real = Instant.parse("2026-11-04T02:00:00Z");
        agenda.keep();
        owner.set(true);
        assertThat(first.keep()).isEmpty();
        assertThat(first.coming()).extracting(Occurrence::step).containsExactly("after-care");
    }

    private static Cadence cadence(String first) {
        return Cadence.from("2026-11-04", "Asia/Shanghai")
                .step("warm-up", 1, first, WINDOW)
                .step("after-care", 12, "11:00", WINDOW);
    }

    private Agenda open() {
        return new Agenda(new Agenda.House(log, time, PARTITIONS), () -> edition, book);
    }
}
