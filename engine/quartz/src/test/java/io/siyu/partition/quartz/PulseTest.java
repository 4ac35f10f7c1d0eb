package io.siyu.partition.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.StoreDownException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void tells_a_store_that_is_down_in_a_line_and_any_other_fault_with_its_trace() {
        List<LogRecord> told = new ArrayList<>();
        Logger log = Logger.getLogger(Beats.class.getName());
        Handler listener = new Listener(told);
        log.addHandler(listener);
        try {
            Map<String, Runnable> pieces = new LinkedHashMap<>();
            pieces.put("ticks", () -> {
                throw new StoreDownException("no answer", new IllegalStateException());
            });
            pieces.put("steps", () -> {
                throw new IllegalStateException("not known");
            });
            new Beats(pieces).beat();
        } finally {
            log.removeHandler(listener);
        }
        assertThat(told).extracting(record -> record.getThrown() != null).containsExactly(false, true);
    }

    private static final class Listener extends Handler {
        private final List<LogRecord> told;

        private Listener(List<LogRecord> told) {
            this.told = told;
        }

        @Override
        public void publish(LogRecord record) {
            told.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
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
