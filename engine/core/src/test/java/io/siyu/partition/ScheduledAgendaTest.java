package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Recurrence;
import io.siyu.event.Event;
import io.siyu.partition.Occasion.Reason;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ScheduledAgendaTest {
    private static final String SHANGHAI = "Asia/Shanghai";
    private static final String DAILY = "0 10 * * *";

    private Instant real = Instant.parse("2027-02-08T00:00:00Z");
    private Edition edition = Rounds.cron(DAILY, SHANGHAI).edition("5a1e00000000");
    private final ListedLog log = new ListedLog();
    private final HandTime time = new HandTime(() -> real);
    private final NotedOccasions book = new NotedOccasions();
    private Agenda agenda = open();

    @Test
    void begins_each_round_once_and_never_ends() {
        assertThat(keepAt("2027-02-08T01:59:59Z")).isZero();
        assertThat(keepAt("2027-02-08T02:00:00Z")).isOne();
        assertThat(keepAt("2027-02-08T02:00:01Z")).isZero();
        assertThat(keepAt("2027-02-09T02:00:00Z")).isOne();
        assertThat(keepAt("2037-02-09T02:00:00Z")).isOne();
        assertThat(log.appended())
                .extracting(Event::id)
                .containsExactly(
                        "scan-club/day/2027-02-08T10:00",
                        "scan-club/day/2027-02-09T10:00",
                        "scan-club/day/2037-02-09T10:00");
    }

    @Test
    void tells_only_the_next_of_what_never_ends() {
        assertThat(agenda.coming())
                .hasSize(40)
                .first()
                .extracting(Occurrence::id)
                .isEqualTo("club/day/2027-02-08T10:00");
    }

    @Test
    void catches_up_inside_the_window_and_notes_what_was_missed_while_down() {
        keepAt("2027-02-08T01:00:00Z");
        agenda = open();
        assertThat(keepAt("2027-02-10T03:59:00Z")).isOne();
        assertThat(book.told()).containsExactly("day MISSED", "day MISSED", "day BEGUN");
        assertThat(book.reasons()).containsExactly(Reason.NOT_RUNNING, Reason.NOT_RUNNING);
        agenda = open();
        assertThat(keepAt("2027-02-10T04:30:00Z")).isZero();
        assertThat(book.told()).hasSize(3);
    }

    @Test
    void by_the_members_clock_it_begins_with_the_first_on_earth_and_is_missed_behind_the_last() {
        edition = Rounds.cron("0 10 * * 1", SHANGHAI).onMembersClock().edition("5a1e00000008");
        assertThat(keepAt("2027-02-07T19:59:59Z")).isZero();
        assertThat(agenda.overdue()).isEmpty();
        assertThat(keepAt("2027-02-07T20:00:00Z")).isOne();
        assertThat(keepAt("2027-02-07T20:01:01Z")).isZero();
        assertThat(agenda.overdue()).as("members wait, the round does not").isEmpty();
        agenda = open();
        assertThat(keepAt("2027-02-15T23:59:59Z"))
                .as("down until a second before the last window closes")
                .isOne();
        agenda = open();
        assertThat(keepAt("2027-02-23T00:00:00Z")).isZero();
        assertThat(book.told()).containsExactly("day BEGUN", "day BEGUN", "day MISSED");
        assertThat(book.reasons()).containsExactly(Reason.NOT_RUNNING);
    }

    @Test
    void says_that_the_log_was_down_in_the_window() {
        keepAt("2027-02-08T01:00:00Z");
        log.down(true);
        assertThatThrownBy(() -> keepAt("2027-02-08T02:30:00Z")).isInstanceOf(StoreDownException.class);
        log.down(false);
        assertThat(keepAt("2027-02-08T04:30:00Z")).isZero();
        assertThat(book.reasons()).containsExactly(Reason.LOG_DOWN);
    }

    @Test
    void misses_no_round_that_was_over_before_the_schedule_was_published() {
        edition = Rounds.cron("0 10 1 1 *", SHANGHAI).edition("5a1e00000001");
        keepAt("2027-02-08T05:00:00Z");
        edition = Rounds.cron(DAILY, SHANGHAI).edition("5a1e00000002");
        assertThat(keepAt("2027-02-08T05:00:01Z")).isZero();
        assertThat(book.told()).isEmpty();
    }

    @Test
    void begins_at_once_a_round_whose_window_is_open_when_it_is_published() {
        edition = Rounds.cron("0 10 1 1 *", SHANGHAI).edition("5a1e00000001");
        keepAt("2027-02-08T03:00:00Z");
        edition = Rounds.cron(DAILY, SHANGHAI).edition("5a1e00000002");
        assertThat(keepAt("2027-02-08T03:00:01Z")).isOne();
    }

    @Test
    void says_that_a_single_round_was_published_too_late() {
        keepAt("2027-02-08T05:00:00Z");
        var once = new Recurrence.Once(LocalDateTime.of(2027, 2, 1, 10, 0));
        edition = Rounds.of(once, SHANGHAI).edition("5a1e00000003");
        assertThat(keepAt("2027-02-08T05:00:01Z")).isZero();
        assertThat(book.reasons()).containsExactly(Reason.PUBLISHED_LATE);
    }

    @Test
    void a_new_zone_plans_anew_and_repeats_nothing_that_has_begun() {
        keepAt("2027-02-08T01:00:00Z");
        assertThat(keepAt("2027-02-08T02:00:00Z")).isOne();
        edition = Rounds.cron(DAILY, "Europe/Berlin").edition("5a1e00000004");
        assertThat(keepAt("2027-02-08T09:00:00Z")).isZero();
        assertThat(open().keep()).isEmpty();
        assertThat(agenda.coming().get(0).planned()).isEqualTo(Instant.parse("2027-02-09T09:00:00Z"));
        edition = Rounds.cron(DAILY, "Asia/Tokyo").edition("5a1e00000005");
        assertThat(keepAt("2027-02-09T01:00:00Z")).isOne();
    }

    @Test
    void a_round_moved_before_it_began_happens_once_at_its_new_time() {
        keepAt("2027-02-08T01:00:00Z");
        edition = Rounds.cron("0 20 * * *", SHANGHAI).edition("5a1e00000006");
        assertThat(keepAt("2027-02-08T02:00:00Z")).isZero();
        assertThat(keepAt("2027-02-08T12:00:00Z")).isOne();
    }

    @Test
    void begins_on_a_leap_day() {
        edition = Rounds.cron("0 10 29 2 *", SHANGHAI).edition("5a1e00000007");
        keepAt("2028-02-28T02:00:00Z");
        assertThat(keepAt("2028-02-29T02:00:00Z")).isOne();
        assertThat(keepAt("2028-03-01T02:00:00Z")).isZero();
    }

    @Test
    void does_not_begin_again_when_the_clock_is_put_back() {
        keepAt("2027-02-08T01:00:00Z");
        assertThat(keepAt("2027-02-08T02:00:00Z")).isOne();
        assertThat(keepAt("2027-02-08T01:30:00Z")).isZero();
        assertThat(keepAt("2027-02-08T02:00:00Z")).isZero();
        assertThat(keepAt("2027-02-09T02:00:00Z")).isOne();
    }

    @Test
    void notes_what_was_missed_although_the_book_was_away_when_the_house_came_up() {
        keepAt("2027-02-08T01:00:00Z");
        agenda = open();
        book.down(true);
        assertThat(keepAt("2027-02-09T03:00:00Z")).isOne();
        book.down(false);
        assertThat(keepAt("2027-02-09T03:00:01Z")).isZero();
        assertThat(book.told()).containsExactly("day BEGUN", "day MISSED");
    }

    private int keepAt(String instant) {
        real = Instant.parse(instant);
        return agenda.keep().size();
    }

    private Agenda open() {
        return new Agenda(new Agenda.House(log, time, 1), () -> edition, book);
    }
}
