package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "'', 2017-01-28 14:06:53, 2017-01-28T19:06:53Z",
        "'', 2017-01-28T14:06:53, 2017-01-28T19:06:53Z",
        "'', 2017-01-28T14:06:53+08:00, 2017-01-28T06:06:53Z",
        "'', 2017-01-28T14:06:53.5Z, 2017-01-28T14:06:53.500Z",
        "'', 2017-07-01, 2017-07-01T04:00:00Z",
        "dd.MM.uuuu HH:mm, 28.01.2017 14:06, 2017-01-28T19:06:00Z",
        "yyyy/MM/dd, 2017/01/28, 2017-01-28T05:00:00Z",
        "M/d/uu h:mm a, 1/28/17 2:06 PM, 2017-01-28T19:06:00Z",
        "epochSeconds, 1485630413, 2017-01-28T19:06:53Z",
        "epochMillis, 1485630413250, 2017-01-28T19:06:53.250Z",
    })
    void reads_local_times_in_its_zone(String pattern, String written, String instant) throws BadRow {
        assertThat(read(pattern, "", "0s", written)).isEqualTo(instant);
    }

    @Test
    void takes_the_earlier_of_two_equal_local_times_in_autumn() throws BadRow {
        assertThat(read("", "", "0s", "2017-11-05 01:30:00")).isEqualTo("2017-11-05T05:30:00Z");
    }

    @Test
    void refuses_a_local_time_that_does_not_exist_in_spring() {
        assertThatThrownBy(() -> read("", "", "0s", "2017-03-12 02:30:00"))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("does not exist in America/New_York");
    }

    @Test
    void adds_days_by_the_local_calendar_and_hours_by_the_clock() throws BadRow {
        assertThat(read("", "", "1d", "2017-03-11 12:00:00")).isEqualTo("2017-03-12T16:00:00Z");
        assertThat(read("", "", "24h", "2017-03-11 12:00:00")).isEqualTo("2017-03-12T17:00:00Z");
        assertThat(read("", "23:59:59", "2w", "2017-03-01")).isEqualTo("2017-03-16T03:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({"'', 28.01.2017", "uuuu-MM-dd, 2017-02-30", "uuuu-MM-dd HH:mm, 2017-01-28 24:10", "epochSeconds, now"})
    void refuses_what_is_no_time(String pattern, String written) {
        assertThatThrownBy(() -> read(pattern, "", "0s", written))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Maybe ");
    }

    private static String read(String pattern, String at, String plus, String written) throws BadRow {
        TimeForm.Pattern read = pattern.isEmpty() ? TimeForm.Pattern.STANDARD : TimeForm.Pattern.of(pattern);
        LocalTime time = at.isEmpty() ? null : LocalTime.parse(at);
        return new TimeForm(read, NEW_YORK, time, Shift.parse(plus), false)
                .read(written)
                .toString();
    }
}
