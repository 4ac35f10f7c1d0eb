package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static QuietHours hours(String from, String to) {
        return new QuietHours(
                LocalTime.parse(from), LocalTime.parse(to), Duration.ofMinutes(30), EnumSet.of(Purpose.MARKETING));
    }

    private static Instant end(String from, String to, String at) {
        return hours(from, to).endAfter(Instant.parse(at), NEW_YORK);
    }

    @Test
    void hours_across_midnight_end_on_the_next_morning_or_on_this_one() {
        assertThat(end("21:00", "08:00", "2026-07-02T01:00:00Z")).isEqualTo("2026-07-02T12:00:00Z");
        assertThat(end("21:00", "08:00", "2026-07-02T11:59:59Z")).isEqualTo("2026-07-02T12:00:00Z");
        assertThat(end("21:00", "08:00", "2026-07-02T12:00:00Z")).isNull();
        assertThat(end("21:00", "08:00", "2026-07-02T00:59:59Z")).isNull();
    }

    @Test
    void an_end_that_the_clock_skips_is_the_moment_it_skips_it() {
        assertThat(end("21:00", "02:30", "2026-03-08T06:59:59Z")).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(end("21:00", "02:30", "2026-03-08T07:00:00Z")).isNull();
    }

    @Test
    void an_end_that_the_clock_shows_twice_is_the_next_one() {
        assertThat(end("00:00", "01:45", "2026-11-01T05:30:00Z")).isEqualTo("2026-11-01T05:45:00Z");
        assertThat(end("00:00", "01:45", "2026-11-01T05:50:00Z")).isNull();
        assertThat(end("00:00", "01:45", "2026-11-01T06:30:00Z")).isEqualTo("2026-11-01T06:45:00Z");
    }

    @Test
    void every_end_lies_ahead_all_year_long() {
        for (QuietHours hours : new QuietHours[] {hours("21:00", "08:00"), hours("00:30", "02:15")}) {
            for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
                    at.isBefore(Instant.parse("2027-01-01T00:00:00Z"));
                    at = at.plus(Duration.ofMinutes(7))) {
                Instant end = hours.endAfter(at, NEW_YORK);
                assertThat(end == null || end.isAfter(at))
                        .as("%s at %s", hours, at)
                        .isTrue();
            }
        }
    }

    @Test
    void the_day_outside_them_is_what_is_left_of_24_hours() {
        assertThat(hours("21:00", "08:00").open()).isEqualTo(Duration.ofHours(13));
        assertThat(hours("09:00", "12:00").open()).isEqualTo(Duration.ofHours(21));
    }
}
