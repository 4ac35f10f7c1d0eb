package io.siyu.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PromiseAlarmTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    private Instant now = NOON;
    private final PromiseAlarm alarm = new PromiseAlarm(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nobody_is_alarmed_while_promises_hold() {
        assertThat(alarm.on()).isEmpty();
    }

    @Test
    void counts_what_a_promise_stopped_and_names_the_last() {
        alarm.stopped(StoppedMessages.by("calm", "m1"));
        now = NOON.plusSeconds(60);
        alarm.stopped(StoppedMessages.by("calm", "m2"));
        alarm.stopped(StoppedMessages.by("seldom", "m3"));

        assertThat(alarm.on()).extracting(PromiseAlarm.Alarm::promise).containsExactly("calm", "seldom");
        assertThat(alarm.on().get(0))
                .returns(2L, PromiseAlarm.Alarm::messages)
                .returns(NOON, PromiseAlarm.Alarm::since)
                .returns(now, PromiseAlarm.Alarm::last)
                .returns("m2", PromiseAlarm.Alarm::subject)
                .returns("thanks/now", PromiseAlarm.Alarm::what);
    }

    @Test
    void is_off_an_hour_after_the_last_and_counts_anew() {
        alarm.stopped(StoppedMessages.by("calm", "m1"));
        now = NOON.plus(PromiseAlarm.LENGTH).minusMillis(1);
        assertThat(alarm.on()).hasSize(1);
        now = NOON.plus(Duration.ofHours(1));
        assertThat(alarm.on()).isEmpty();
        alarm.stopped(StoppedMessages.by("calm", "m1"));

        assertThat(alarm.on()).singleElement().returns(1L, PromiseAlarm.Alarm::messages);
    }
}
