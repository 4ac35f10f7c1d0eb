package io.siyu.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-11T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "86400, PT24H",
        "86401, PT24H",
        "99999999999999999999, PT24H",
        "'Wed, 11 Nov 2026 08:00:30 GMT', PT30S",
        "'Wed, 11 Nov 2026 07:59:30 GMT', PT0S",
        "'Wed, 11 Nov 2099 08:00:00 GMT', PT24H",
    })
    void reads_seconds_and_dates_up_to_a_day(String written, Duration wait) {
        assertThat(RetryAfter.read(headers(written), NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "2026-11-11T08:00:30Z", ""})
    void does_not_guess(String written) {
        assertThat(RetryAfter.read(headers(written), NOW)).isEmpty();
    }

    @Test
    void says_nothing_when_the_header_is_absent() {
        assertThat(RetryAfter.read(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isEmpty();
    }

    private static HttpHeaders headers(String written) {
        return HttpHeaders.of(Map.of("Retry-After", List.of(written)), (name, value) -> true);
    }
}
