package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        // on the 31st only where there is one, on the last day everywhere, on 29 February in leap years alone
        "0 10 31 * *, 2027-01-31T10:00 2027-03-31T10:00 2027-05-31T10:00",
        "0 10 L * *, 2027-01-31T10:00 2027-02-28T10:00 2027-03-31T10:00",
        "0 10 29 2 *, 2028-02-29T10:00 2032-02-29T10:00 2036-02-29T10:00",
        "0 10 LW * *, 2027-01-29T10:00 2027-02-26T10:00 2027-03-31T10:00",
        "0 10 * * 2#1, 2027-01-05T10:00 2027-02-02T10:00 2027-03-02T10:00",
        "0 10 * * 7, 2027-01-03T10:00 2027-01-10T10:00 2027-01-17T10:00",
        "0 10 * * SUN, 2027-01-03T10:00 2027-01-10T10:00 2027-01-17T10:00",
        // both days restricted: either is enough
        "0 10 2 * 1, 2027-01-02T10:00 2027-01-04T10:00 2027-01-11T10:00",
    })
    void a_cron_expression_matches_local_times(String expression, String expected) {
        assertThat(first(new Recurrence.Cron(expression, null, null), 3)).isEqualTo(times(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "10, DAYS, 2026-12-28T10:00, 2027-01-07T10:00 2027-01-17T10:00 2027-01-27T10:00",
        "2, WEEKS, 2026-01-05T09:30, 2027-01-04T09:30 2027-01-18T09:30 2027-02-01T09:30",
        // months are counted from the first round, so the 31st comes back after a short month
        "1, MONTHS, 2026-12-31T10:00, 2027-01-31T10:00 2027-02-28T10:00 2027-03-31T10:00",
        "12, MONTHS, 2024-02-29T10:00, 2027-02-28T10:00 2028-02-29T10:00 2029-02-28T10:00",
        "1, DAYS, 2027-06-01T10:00, 2027-06-01T10:00 2027-06-02T10:00 2027-06-03T10:00",
    })
    void rounds_come_at_a_distance_from_the_first(long number, ChronoUnit unit, LocalDateTime first, String expected) {
        assertThat(first(new Recurrence.Every(number, unit, first, null), 3)).isEqualTo(times(expected));
    }

    @Test
    void a_schedule_keeps_within_its_bounds() {
        LocalDateTime from = LocalDateTime.of(2027, 2, 8, 10, 0);
        Recurrence cron = new Recurrence.Cron("0 10 8 * *", from, from.plusMonths(1));
        assertThat(first(cron, 9)).containsExactly(from, from.plusMonths(1));
        assertThat(first(new Recurrence.Every(1, ChronoUnit.MONTHS, from, from.plusDays(40)), 9))
                .containsExactly(from, from.plusMonths(1));
        assertThat(first(new Recurrence.Once(from), 9)).containsExactly(from);
        assertThat(first(new Recurrence.Once(LocalDateTime.of(2026, 12, 31, 23, 59)), 9))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // spring forward: what is skipped happens at the first time that exists
        "30 2 * * *, Europe/Berlin, 2027-03-27T12:00:00Z, 2027-03-28T01:00:00Z 2027-03-29T00:30:00Z",
        "30 2 * * *, America/New_York, 2027-03-13T12:00:00Z, 2027-03-14T07:00:00Z 2027-03-15T06:30:00Z",
        "15 2 * * *, Australia/Lord_Howe, 2026-10-02T20:00:00Z, 2026-10-03T15:30:00Z 2026-10-04T15:15:00Z",
        // several skipped times are one
        "*/15 2 28 3 *, Europe/Berlin, 2027-03-27T12:00:00Z, 2027-03-28T01:00:00Z 2028-03-28T00:00:00Z",
        "*/30 * * * *, Europe/Berlin, 2027-03-28T00:15:00Z, 2027-03-28T00:30:00Z 2027-03-28T01:00:00Z 2027-03-28T01:30:00Z",
        // fall back: what is doubled happens the first time
        "30 2 * * *, Europe/Berlin, 2027-10-30T12:00:00Z, 2027-10-31T00:30:00Z 2027-11-01T01:30:00Z",
        "30 1 * * *, America/New_York, 2026-10-31T12:00:00Z, 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z",
        "45 1 * * *, Australia/Lord_Howe, 2027-04-02T20:00:00Z, 2027-04-03T14:45:00Z 2027-04-04T15:15:00Z",
        "0 * * * *, Europe/Berlin, 2027-10-30T23:30:00Z, 2027-10-31T00:00:00Z 2027-10-31T02:00:00Z 2027-10-31T03:00:00Z",
    })
    void a_clock_change_skips_no_round_and_doubles_none(String cron, String zone, Instant from, String expected) {
        List<Instant> instants =
                Arrays.stream(expected.split(" ")).map(Instant::parse).toList();
        assertThat(occurrences(Rounds.cron(cron, zone), from.plus(Duration.ofHours(2)), instants.size()))
                .extracting(Occurrence::planned)
                .isEqualTo(instants);
    }

    @Test
    void steps_after_a_wait_belong_to_the_round_that_began() {
        Rounds rounds = Rounds.cron("0 10 8 * *", "Asia/Shanghai")
                .pause(Duration.ofHours(32))
                .step("reminder");
        assertThat(occurrences(rounds, Instant.parse("2027-02-08T06:00:00Z"), 3))
                .extracting(Occurrence::id)
                .containsExactly(
                        "club/reminder/2027-02-08T10:00",
                        "club/day/2027-03-08T10:00",
                        "club/reminder/2027-03-08T10:00");
        assertThat(rounds.campaign().isLast("reminder")).isTrue();
        assertThat(rounds.campaign().isLast("day")).isFalse();
    }

    @Test
    void a_round_keeps_its_id_when_the_zone_changes() {
        Instant from = Instant.parse("2027-02-07T00:00:00Z");
        assertThat(occurrences(Rounds.cron("0 10 8 * *", "America/New_York"), from, 1)
                        .get(0)
                        .id())
                .isEqualTo(occurrences(Rounds.cron("0 10 8 * *", "Asia/Shanghai"), from, 1)
                        .get(0)
                        .id());
    }

    private static List<LocalDateTime> first(Recurrence recurrence, int count) {
        Iterator<LocalDateTime> rounds = recurrence.from(LocalDateTime.of(2027, 1, 1, 0, 0));
        List<LocalDateTime> found = new ArrayList<>();
        while (rounds.hasNext() && found.size() < count) {
            found.add(rounds.next());
        }
        return found;
    }

    private static List<LocalDateTime> times(String written) {
        return Arrays.stream(written.split(" ")).map(LocalDateTime::parse).toList();
    }

    /** The first so many whose windows, of two hours, close after an instant. */
    private static List<Occurrence> occurrences(Rounds rounds, Instant from, int count) {
        List<Occurrence> all = Schedule.occurrences(
                List.of(rounds.campaign()), ZoneId.of(rounds.zone()), from, from.plus(Duration.ofDays(400)));
        return all.subList(0, count);
    }
}
