package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseClockTest {
    private static final Instant REAL = Instant.parse("2026-11-22T05:00:00.123456Z");
    private static final Instant HOUSE = Instant.parse("2026-11-03T16:00:00Z");

    @Test
    void plays_twelve_days_in_two_minutes_at_8640() {
        HouseClock clock = new HouseClock(REAL, HOUSE, 8_640_000, false, 1);
        assertThat(clock.at(REAL.plusSeconds(120))).isEqualTo(HOUSE.plus(Duration.ofDays(12)));
        assertThat(clock.spanOf(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(144));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1000, 1001, 7_000, 8_640_000})
    void reaches_a_moment_when_it_says_it_does(long permille) {
        HouseClock clock = new HouseClock(REAL, HOUSE, permille, false, 1);
        Instant moment = HOUSE.plus(Duration.ofHours(58)).plusNanos(777);
        Instant real = clock.realAt(moment);
        assertThat(clock.at(real)).isAfterOrEqualTo(moment);
        assertThat(clock.at(real.minusMillis(1))).isBefore(moment);
    }

    @Test
    void goes_on_without_a_jump_at_another_pace() {
        HouseClock clock = new HouseClock(REAL, HOUSE, 8_640_000, false, 4);
        Instant later = REAL.plusSeconds(7);
        HouseClock slower = clock.at(later, 1000, false);
        assertThat(slower.at(later)).isEqualTo(clock.at(later));
        assertThat(slower.at(later.plusSeconds(1))).isEqualTo(clock.at(later).plusSeconds(1));
        assertThat(slower.version()).isEqualTo(5);
    }

    @Test
    void stands_still_when_paused() {
        HouseClock still = new HouseClock(REAL, HOUSE, 1000, true, 1);
        assertThat(still.at(REAL.plusSeconds(60))).isEqualTo(HOUSE);
        assertThatThrownBy(() -> still.realAt(HOUSE.plusSeconds(1))).isInstanceOf(IllegalStateException.class);
    }
}
