package io.siyu.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.siyu.dispatch.Lane;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Backlog;
import io.siyu.report.Backlog.Lag;
import io.siyu.report.Backlog.Queue;
import io.siyu.report.Surveyor;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What waits in the house, asked of the store at most once a second, however many gauges are read. */
final class BacklogGauges implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;
    private static final Queue EMPTY = new Queue(0, Duration.ZERO);

    private final Surveyor surveyor;
    private @Nullable Surveyed last;

    /** A survey, or null if the store did not answer, and when it was known by {@link System#nanoTime()}. */
    private record Surveyed(@Nullable Backlog backlog, long known) {}

    BacklogGauges(Surveyor surveyor) {
        this.surveyor = surveyor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("siyu.store.up", () -> backlog() == null ? 0 : 1)
                .description("Whether the store answers")
                .register(registry);
        lags(registry);
        archive(registry);
        for (Lane lane : Lane.values()) {
            lane(registry, lane);
        }
        gauge("siyu.claims.open", "Messages claimed without an outcome", Backlog::claimed)
                .register(registry);
        gauge("siyu.letters.waiting", "Letters not yet in the log they are addressed to", Backlog::letters)
                .register(registry);
        gauge(
                        "siyu.store.memory",
                        "Memory the fullest server of the store uses",
                        b -> b.memory().used())
                .baseUnit("bytes")
                .register(registry);
        gauge(
                        "siyu.store.memory.limit",
                        "Memory that server may use",
                        b -> b.memory().limit())
                .baseUnit("bytes")
                .register(registry);
    }

    private void lags(MeterRegistry registry) {
        gauge(
                        "siyu.lag.entries",
                        "Entries not decided, all partitions",
                        b -> b.lags().stream().mapToLong(Lag::entries).sum())
                .register(registry);
        gauge(
                        "siyu.lag.entries.max",
                        "Entries not decided, the partition with most",
                        b -> b.lags().stream().mapToLong(Lag::entries).max().orElse(0))
                .register(registry);
        gauge("siyu.lag.age", "Age of the oldest entry not decided", longest(Lag::oldest))
                .baseUnit("seconds")
                .register(registry);
        gauge("siyu.timers.late", "How late the earliest timer due is", longest(Lag::timer))
                .baseUnit("seconds")
                .register(registry);
        gauge(
                        "siyu.projection.lag.entries",
                        "Entries decided and not projected, the partition with most",
                        b -> b.lags().stream().mapToLong(Lag::unprojected).max().orElse(0))
                .register(registry);
    }

    private void archive(MeterRegistry registry) {
        gauge(
                        "siyu.archive.lag.entries",
                        "Entries decided and not archived, all partitions",
                        b -> b.lags().stream().mapToLong(Lag::unarchived).sum())
                .register(registry);
    }

    private void lane(MeterRegistry registry, Lane lane) {
        gauge(
                        "siyu.lane.messages",
                        "Messages nobody has claimed",
                        b -> queue(b, lane).messages())
                .tag("lane", lane.word())
                .register(registry);
        gauge(
                        "siyu.lane.age",
                        "Age of the oldest message nobody has claimed",
                        b -> seconds(queue(b, lane).oldest()))
                .tag("lane", lane.word())
                .baseUnit("seconds")
                .register(registry);
    }

    private static Queue queue(Backlog backlog, Lane lane) {
        return backlog.lanes().getOrDefault(lane, EMPTY);
    }

    private static ToDoubleFunction<Backlog> longest(Function<Lag, Duration> age) {
        return backlog -> seconds(
                backlog.lags().stream().map(age).max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, () -> {
                    Backlog backlog = backlog();
                    return backlog == null ? Double.NaN : value.applyAsDouble(backlog);
                })
                .description(description);
    }

    private synchronized @Nullable Backlog backlog() {
        Surveyed known = last;
        if (known == null || System.nanoTime() - known.known() > FRESH.toNanos()) {
            // why: counted from the answer, so that a store that hangs is waited for once a scrape, not once a gauge.
            known = new Surveyed(survey(), System.nanoTime());
            last = known;
        }
        return known.backlog();
    }

    private @Nullable Backlog survey() {
        try {
            return surveyor.survey();
        } catch (StoreDownException down) {
            return null;
        }
    }
}
