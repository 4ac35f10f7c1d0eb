package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersClockTest {
    private static final String SHANGHAI = "Asia/Shanghai";

    private static List<Occurrence> occurrences(Rounds rounds) {
        return Schedule.occurrences(List.of(rounds.campaign()), ZoneId.of(SHANGHAI), Instant.EPOCH, Instant.MAX);
    }

    private static Rounds once(LocalDateTime at) {
        return Rounds.of(new Recurrence.Once(at), SHANGHAI).onMembersClock();
    }

    @Test
    void a_window_opens_with_the_first_clock_on_earth_and_closes_with_the_last() {
        assertThat(occurrences(once(LocalDateTime.parse("2027-02-08T10:00"))))
                .containsExactly(new Occurrence(
                        "club",
                        "day",
                        "2027-02-08T10:00",
                        Instant.parse("2027-02-07T20:00:00Z"),
                        Instant.parse("2027-02-09T00:00:00Z"),
                        Audience.MEMBERS));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-08T23:59:59Z, 1", "2027-02-09T00:00:00Z, 0"})
    void an_open_round_is_found_until_its_last_window_closes(Instant from, int found) {
        assertThat(Schedule.occurrences(
                        List.of(Rounds.cron("0 10 8 2 *", SHANGHAI)
                                .onMembersClock()
                                .campaign()),
                        ZoneId.of(SHANGHAI),
                        from,
                        from.plusSeconds(1)))
                .hasSize(found);
    }

    @Test
    void a_round_keeps_its_name_whoever_reads_the_clock() {
        Rounds own = once(LocalDateTime.parse("2027-02-08T10:00"));
        Campaign houses = own.campaign().onRetailersClock();
        assertThat(houses.isOnMembersClock("day")).isFalse();
        assertThat(Schedule.occurrences(List.of(houses), ZoneId.of(SHANGHAI), Instant.EPOCH, Instant.MAX))
                .extracting(Occurrence::id)
                .containsExactly(occurrences(own).get(0).id());
    }

    @Test
    void the_round_of_another_kind_of_trigger_and_a_step_that_is_gone_are_never_due() {
        Campaign campaign = once(LocalDateTime.parse("2027-02-08T10:00")).campaign();
        assertThat(Schedule.due(campaign, "day", "2027-02-08", ZoneOffset.UTC)).isEmpty();
        assertThat(Schedule.due(campaign, "gone", "2027-02-08T10:00", ZoneOffset.UTC))
                .isEmpty();
        assertThat(Schedule.due(campaign, "day", "2027-02-08T10:00", ZoneOffset.UTC))
                .contains(Instant.parse("2027-02-08T10:00:00Z"));
    }

    @Test
    @DisplayName("Whatever the zone and the hour: never due before the scan begins, nor open behind its end")
    void lies_within_the_window_of_its_occurrence_in_every_zone() {
        Random chance = new Random(98);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        LocalDateTime first = LocalDateTime.parse("2026-01-01T00:00");
        IntStream.range(0, 5_000).forEach(i -> {
            LocalDateTime at = first.plus(chance.nextInt(10 * 365 * 24 * 4) * 15L, ChronoUnit.MINUTES);
            ZoneId zone = ZoneId.of(zones.get(chance.nextInt(zones.size())));
            Rounds rounds =
                    once(at).pause(Duration.ofHours(chance.nextInt(100))).step("later");
            for (Occurrence one : occurrences(rounds)) {
                Instant due = Schedule.due(rounds.campaign(), one.step(), one.round(), zone)
                        .orElseThrow();
                assertThat(due)
                        .as(at + " " + zone)
                        .isBetween(one.planned(), one.closes().minus(rounds.window()));
                assertThat(due.atZone(zone).toLocalDateTime())
                        .as(at + " " + zone)
                        .isAfterOrEqualTo(at);
            }
        });
    }
}
