package io.siyu.samples.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void what_fired_between_two_looks_counts_as_fired_at_the_second() {
        Lateness lateness = new Lateness(place -> NOON.plusMillis(10L * place));
        lateness.look(NOON.plusSeconds(1), 0);
        lateness.look(NOON.plusSeconds(2), 150);
        lateness.look(NOON.plusSeconds(4), 250);
        assertThat(lateness.seconds()).containsExactly(2.0, 1.0, 2.0);
    }
}
