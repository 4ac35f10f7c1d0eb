package io.siyu.dispatch.webhook;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The reading of {@code Retry-After}: seconds or a date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** How long the receiver asks us to wait, at most a day; empty if it does not say or not so that we understand it. */
    static Optional<Duration> read(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> wait(text, now));
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (text.matches("[0-9]+")) {
            return Optional.of(
                    text.length() > MOST_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
