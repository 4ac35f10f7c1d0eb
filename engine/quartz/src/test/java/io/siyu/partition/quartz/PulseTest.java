package io.siyu.partition.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {

    @Test
    void goes_on_beating_whatever_a_piece_does() throws InterruptedException {
        CountDownLatch beaten = new CountDownLatch(3);
        Map<String, Runnable> pieces = new LinkedHashMap<>();
        pieces.put("ticks", () -> {
            throw new IllegalStateException("no answer");
        });
        pieces.put("steps", beaten::countDown);
        Beats beats = new Beats(pieces);
        try (Pulse pulse = new Pulse(Duration.ofMillis(20), beats)) {
            pulse.start();
            assertThat(beaten.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(beats.faults()).containsExactly("ticks: no answer");
    }

    @Test
    void keeps_two_houses_in_one_process_apart() throws InterruptedException {
        CountDownLatch one = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (Pulse first = new Pulse(Duration.ofMillis(20), new Beats(Map.of("one", one::countDown)));
                Pulse second = new Pulse(Duration.ofMillis(20), new Beats(Map.of("other", other::countDown)))) {
            first.start();
            second.start();
            assertThat(one.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
