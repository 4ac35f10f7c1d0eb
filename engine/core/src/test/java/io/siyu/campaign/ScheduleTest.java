package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        // the 12 days cross the end of a month, of a leap February, of a year
        "2026-11-25, 12, 10:00, Asia/Shanghai, 2026-12-06T02:00:00Z",
        "2028-02-25, 5, 10:00, Asia/Shanghai, 2028-02-29T02:00:00Z",
        "2027-02-25, 5, 10:00, Asia/Shanghai, 2027-03-01T02:00:00Z",
        "2026-12-28, 12, 00:00, Asia/Shanghai, 2027-01-07T16:00:00Z",
        // spring forward at 02:00 on 2027-03-14: 02:30 does not exist and moves to 03:00
        "2027-03-13, 1, 02:30, America/New_York, 2027-03-13T07:30:00Z",
        "2027-03-13, 2, 02:30, America/New_York, 2027-03-14T07:00:00Z",
        "2027-03-13, 3, 02:30, America/New_York, 2027-03-15T06:30:00Z",
        // fall back at 02:00 on 2026-11-01: 01:30 comes twice and the first counts
        "2026-10-31, 2, 01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-10-31, 2, 10:00, America/New_York, 2026-11-01T15:00:00Z",
        // a clock change of half an hour, and one at midnight
        "2026-10-03, 2, 02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "2026-09-05, 2, 00:30, America/Santiago, 2026-09-06T04:00:00Z",
    })
    void plans_local_times_as_people_live_them(String start, int day, String at, String zone, Instant planned) {
        assertThat(occurrences(Cadence.from(start, zone).step("a", day, at, HOUR), zone))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.planned()).isEqualTo(planned);
                    assertThat(o.closes()).isEqualTo(planned.plus(HOUR));
                    assertThat(o.id()).isEqualTo("sale/a/" + start);
                });
    }

    @Test
    void leaves_a_window_open_for_its_length_over_a_clock_change() {
        Cadence overnight = Cadence.from("2027-03-14", "America/New_York").step("a", 1, "01:00", Duration.ofHours(4));
        assertThat(occurrences(overnight, "America/New_York").get(0).closes())
                .isEqualTo(Instant.parse("2027-03-14T10:00:00Z"));
    }

    @Test
    void orders_by_planned_instant_then_id() {
        Cadence cadence = Cadence.from("2026-11-04", "Asia/Shanghai")
                .step("late", 2, "09:00", HOUR)
                .step("b", 1, "10:00", HOUR)
                .step("a", 1, "10:00", HOUR);
        assertThat(occurrences(cadence, "Asia/Shanghai"))
                .extracting(Occurrence::step)
                .containsExactly("a", "b", "late");
    }

    @Test
    void keeps_an_occurrence_the_same_when_its_window_moves() {
        Cadence before = Cadence.from("2026-11-04", "Asia/Shanghai").step("a", 3, "10:00", HOUR);
        Cadence after = Cadence.from("2026-11-04", "Asia/Shanghai").step("a", 5, "19:00", HOUR);
        assertThat(occurrences(after, "Asia/Shanghai").get(0).id())
                .isEqualTo(occurrences(before, "Asia/Shanghai").get(0).id());
    }

    private static List<Occurrence> occurrences(Cadence cadence, String zone) {
        return Schedule.occurrences(List.of(cadence.campaign()), ZoneId.of(zone), Instant.EPOCH, Instant.MAX);
    }
}
