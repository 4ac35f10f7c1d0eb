package io.siyu.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.siyu.partition.StoreDownException;
import java.util.function.LongSupplier;

/** How far the lists behind the counts of campaigns' steps are behind. */
final class ListGauge implements MeterBinder {
    private final LongSupplier behind;

    ListGauge(LongSupplier behind) {
        this.behind = behind;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("siyu.lists.lag.entries", this::entries)
                .description("Entries the lists behind counts do not know yet, decided or not, all partitions")
                .register(registry);
    }

    private double entries() {
        try {
            return behind.getAsLong();
        } catch (StoreDownException away) {
            return Double.NaN;
        }
    }
}
