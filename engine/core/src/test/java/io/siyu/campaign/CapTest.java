package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.member.Sends;
import io.siyu.member.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CapTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Cap per(CalendarSpan span) {
        return new Cap(Sends.HORIZON, 1, null, null, span);
    }

    private static Sends sent(String at) {
        return Sends.NONE.with(new Sent(Instant.parse(at), "phone", Purpose.SERVICE, "thanks"));
    }

    private static int count(CalendarSpan span, String sent, String at, ZoneId zone) {
        return sent(sent).count(per(span), "", Instant.parse(at), zone);
    }

    @Test
    void a_day_is_one_of_the_retailers_calendar() {
        assertThat(count(CalendarSpan.DAY, "2026-11-01T15:59:59Z", "2026-11-01T16:00:00Z", SHANGHAI))
                .isZero();
        assertThat(count(CalendarSpan.DAY, "2026-11-01T16:00:00Z", "2026-11-02T15:59:59Z", SHANGHAI))
                .isOne();
    }

    @Test
    void a_week_begins_on_monday() {
        assertThat(count(CalendarSpan.WEEK, "2026-11-01T15:00:00Z", "2026-11-02T02:00:00Z", SHANGHAI))
                .isZero();
        assertThat(count(CalendarSpan.WEEK, "2026-11-01T16:00:00Z", "2026-11-08T15:59:59Z", SHANGHAI))
                .isOne();
    }

    @Test
    void a_month_counts_from_its_first_day_also_when_clocks_make_it_longer() {
        assertThat(count(CalendarSpan.MONTH, "2026-09-30T21:59:59Z", "2026-10-31T22:55:00Z", BERLIN))
                .isZero();
        Sends sends = sent("2026-09-30T22:05:00Z")
                .with(new Sent(Instant.parse("2026-10-31T22:50:00Z"), "phone", Purpose.SERVICE, "thanks"));
        assertThat(sends.count(per(CalendarSpan.MONTH), "", Instant.parse("2026-10-31T22:55:00Z"), BERLIN))
                .isEqualTo(2);
    }

    @Test
    void a_calendar_cap_frees_when_the_next_span_begins_and_a_window_when_it_has_slid() {
        Instant at = Instant.parse("2026-11-01T10:00:00Z");
        Sends sends = sent("2026-11-01T09:00:00Z");
        assertThat(sends.frees(per(CalendarSpan.DAY), "", at, SHANGHAI)).isEqualTo("2026-11-01T16:00:00Z");
        assertThat(sends.frees(per(CalendarSpan.WEEK), "", at, SHANGHAI)).isEqualTo("2026-11-01T16:00:00Z");
        assertThat(sends.frees(per(CalendarSpan.MONTH), "", at, SHANGHAI)).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(sends.frees(new Cap(Duration.ofDays(1), 1, null, null), "", at, SHANGHAI))
                .isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void it_reads_as_people_write_it() {
        assertThat(per(CalendarSpan.WEEK)).hasToString("1 per week");
        assertThat(new Cap(Duration.ofDays(1), 2, Purpose.MARKETING, "phone")).hasToString("2 per 1d marketing phone");
    }
}
