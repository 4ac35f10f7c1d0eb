package io.siyu.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @Test
    void agrees_with_the_library_on_any_instant_and_offset() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 253_000_000_000L), random.nextInt(1_000_000_000));
            OffsetDateTime there = instant.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081)));

            assertThat(Rfc3339.parse(instant.toString())).as("seed %d", seed).isEqualTo(instant);
            if (there.getYear() >= 0 && there.getYear() <= 9999 && there.getSecond() != 0) {
                assertThat(Rfc3339.parse(there.toString()))
                        .as("seed %d: %s", seed, there)
                        .isEqualTo(instant);
            }
        }
    }

    @Test
    void writes_what_the_library_writes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int[] units = {1_000_000_000, 1_000_000, 1_000, 1};
        for (int i = 0; i < 20_000; i++) {
            int unit = units[i % units.length];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-1_000_000_000L, 254_000_000_000L),
                    (long) random.nextInt(1_000_000_000) / unit * unit);

            assertThat(Rfc3339.format(instant)).as("seed %d", seed).isEqualTo(instant.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-11",
                "2026-11-11T21:00:00",
                "2026-11-11 21:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-11-11T24:00:00Z",
                "2026-11-11T23:59:60Z",
                "2026-11-11T23:59:59.Z",
                "2026-11-11T23:59:59.1234567890Z",
                "2026-11-11T23:59:59+8:00",
                "2026-11-11T23:59:59+19:00",
                "2026-11-11T23:59:59+0800",
                "2026-11-11T23:59:59Zx",
                "2026-11-1１T23:59:59Z",
                "1900-02-29T00:00:00Z"
            })
    void refuses_other_forms_and_days_that_are_none(String text) {
        assertThat(Rfc3339.parse(text)).isNull();
    }

    @Test
    void accepts_small_letters_and_leap_days() {
        assertThat(Rfc3339.parse("2000-02-29t12:00:00z")).isEqualTo(Instant.parse("2000-02-29T12:00:00Z"));
    }
}
