package io.siyu.partition.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.Agenda;
import io.siyu.partition.Cadence;
import io.siyu.partition.HandTime;
import io.siyu.partition.ListedLog;
import io.siyu.partition.NotedOccasions;
import io.siyu.rule.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuartzCalendarTest {
    private static final long TWELVE_DAYS_IN_TWO_MINUTES = 8_640_000;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-03T16:00:00Z");

    @TempDir
    private Path folder;

    private final ListedLog log = new ListedLog();
    private final HandTime time = new HandTime(Clock.systemUTC());
    private final NotedOccasions book = new NotedOccasions();
    private Edition edition = cadence(1).edition();
    private HouseDatabase database;
    private QuartzCalendar calendar;

    /** An empty database. */
    HouseDatabase start(Path directory) throws IOException {
        return HouseDatabase.h2(directory);
    }

    @BeforeEach
    void open() throws IOException {
        database = start(folder);
        time.set(MIDNIGHT, TWELVE_DAYS_IN_TWO_MINUTES);
        calendar = calendar();
    }

    @AfterEach
    void close() {
        calendar.close();
        database.close();
    }

    @Test
    void fires_at_the_planned_instant_of_the_house() throws InterruptedException {
        calendar.start();
        assertThat(log.await().id()).isEqualTo("scan-sale/warm-up/2026-11-04");
        assertThat(time.now()).isAfterOrEqualTo(Instant.parse("2026-11-04T02:00:00Z"));
    }

    @Test
    void keeps_one_trigger_for_each_step_and_no_data_with_it() throws Exception {
        time.run(1000, false);
        calendar.start();
        assertThat(calendar.planned())
                .containsExactly("sale/after-care/2026-11-04", "sale/notice/2026-11-04", "sale/warm-up/2026-11-04");
        assertThat(database.ask("select count(*) from qrtz_triggers")).isEqualTo(3);
        assertThat(database.ask("select coalesce(max(length(job_data)), 0) from qrtz_triggers"))
                .isZero();
    }

    @Test
    void plans_nothing_while_the_clock_stands_and_all_when_it_goes_on() throws InterruptedException {
        time.run(TWELVE_DAYS_IN_TWO_MINUTES, true);
        calendar.start();
        assertThat(calendar.planned()).isEmpty();
        time.run(TWELVE_DAYS_IN_TWO_MINUTES, false);
        calendar.plan();
        assertThat(log.await().id()).contains("warm-up");
    }

    @Test
    void moves_its_triggers_with_the_clock() throws Exception {
        time.run(1000, false);
        calendar.start();
        long slow = database.ask("select min(next_fire_time) from qrtz_triggers");
        time.run(2000, false);
        calendar.plan();
        assertThat(database.ask("select min(next_fire_time) from qrtz_triggers"))
                .isLessThan(slow);
        assertThat(calendar.planned()).hasSize(3);
    }

    @Test
    void plans_what_a_new_edition_plans() {
        time.run(1000, false);
        calendar.start();
        edition = Cadence.from("2026-11-04", "Asia/Shanghai")
                .step("encore", 2, "10:00", Duration.ofHours(1))
                .edition();
        calendar.plan();
        assertThat(calendar.planned()).containsExactly("sale/encore/2026-11-04");
    }

    @Test
    void catches_up_after_a_restart() throws InterruptedException {
        time.run(1000, false);
        calendar.start();
        calendar.close();
        time.set(Instant.parse("2026-11-04T02:30:00Z"), 1000);
        calendar = calendar();
        calendar.start();
        assertThat(log.await().id()).contains("warm-up");
    }

    @Test
    void stands_by_until_the_one_that_is_started_on_the_same_tables_is_closed() throws Exception {
        time.run(1000, false);
        calendar.start();
        QuartzCalendar standby = calendar();
        standby.plan();
        assertThat(standby.planned()).isEmpty();
        assertThat(database.ask("select count(*) from qrtz_triggers")).isEqualTo(3);

        calendar.close();
        assertThat(calendar.planned()).isEmpty();
        standby.start();
        time.set(MIDNIGHT, TWELVE_DAYS_IN_TWO_MINUTES);
        standby.plan();
        assertThat(log.await().id()).contains("warm-up");
        standby.close();
    }

    private QuartzCalendar calendar() {
        Agenda agenda = new Agenda(new Agenda.House(log, time, 2), () -> edition, book);
        return new QuartzCalendar(agenda, time, database.tables());
    }

    private static Cadence cadence(int firstDay) {
        Duration window = Duration.ofHours(2);
        return Cadence.from("2026-11-04", "Asia/Shanghai")
                .step("warm-up", firstDay, "10:00", window)
                .step("notice", 5, "10:00", window)
                .step("after-care", 12, "11:00", window);
    }
}
