package io.siyu.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.siyu.dispatch.Lane;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Backlog;
import io.siyu.report.Backlog.Lag;
import io.siyu.report.Backlog.Memory;
import io.siyu.report.Backlog.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BacklogGaugesTest {
    private static final Backlog BACKLOG = new Backlog(
            List.of(
                    new Lag(0, 3, Duration.ofMillis(1_500), Duration.ZERO, 0, 21),
                    new Lag(1, 4, Duration.ofMillis(250), Duration.ofSeconds(2), 9, 4)),
            Map.of(Lane.SERVICE, new Queue(7, Duration.ofSeconds(5))),
            11,
            13,
            new Memory(85, 100));

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private double value(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void tells_sums_and_the_worst_of_the_partitions() {
        new BacklogGauges(() -> BACKLOG).bindTo(registry);
        assertThat(value("siyu.lag.entries")).isEqualTo(7);
        assertThat(value("siyu.lag.entries.max")).isEqualTo(4);
        assertThat(value("siyu.lag.age")).isEqualTo(1.5);
        assertThat(value("siyu.timers.late")).isEqualTo(2);
        assertThat(value("siyu.projection.lag.entries")).isEqualTo(9);
        assertThat(value("siyu.archive.lag.entries")).isEqualTo(25);
        assertThat(value("siyu.letters.waiting")).isEqualTo(11);
        assertThat(value("siyu.claims.open")).isEqualTo(13);
        assertThat(registry.get("siyu.lane.age").tag("lane", "service").gauge().value())
                .isEqualTo(5);
        assertThat(registry.get("siyu.lane.messages")
                        .tag("lane", "urgent")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void asks_the_store_once_for_all_of_them() {
        AtomicInteger asked = new AtomicInteger();
        new BacklogGauges(() -> {
                    asked.incrementAndGet();
                    return BACKLOG;
                })
                .bindTo(registry);
        registry.getMeters().forEach(meter -> meter.measure().forEach(figure -> figure.getValue()));
        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void knows_nothing_while_the_store_does_not_answer() {
        new BacklogGauges(() -> {
                    throw new StoreDownException("down");
                })
                .bindTo(registry);
        assertThat(value("siyu.store.up")).isZero();
        assertThat(value("siyu.lag.entries")).isNaN();
    }
}
