package io.siyu.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.siyu.partition.StoreDownException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ListGaugeTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double entries(LongSupplier behind) {
        new ListGauge(behind).bindTo(registry);
        return registry.get("siyu.lists.lag.entries").gauge().value();
    }

    @Test
    void tells_how_far_lists_are_behind_now() {
        AtomicLong behind = new AtomicLong(7);
        assertThat(entries(behind::get)).isEqualTo(7);
        behind.set(0);
        assertThat(registry.get("siyu.lists.lag.entries").gauge().value()).isZero();
    }

    @Test
    void knows_nothing_while_the_database_or_the_store_is_away() {
        assertThat(entries(() -> {
                    throw new StoreDownException("The database is away.");
                }))
                .isNaN();
    }
}
