package io.siyu.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.siyu.partition.StoreDownException;
import io.siyu.report.rhythm.RuleStandings;
import io.siyu.report.rhythm.Standing.Kind;
import java.util.Set;

/** How many rules somebody has to look at. */
final class RuleGauges implements MeterBinder {
    private final RuleStandings rules;

    RuleGauges(RuleStandings rules) {
        this.rules = rules;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("siyu.rules.silent", () -> many(Set.of(Kind.SILENT)))
                .description("Rules that used to fire and have fallen silent")
                .register(registry);
        Gauge.builder("siyu.rules.faulty", () -> many(Set.of(Kind.THROWING, Kind.LIMITED)))
                .description("Rules that threw or were stopped by a limit within a week")
                .register(registry);
    }

    private double many(Set<Kind> kinds) {
        try {
            return rules.rules().stream()
                    .filter(one -> kinds.contains(one.standing().kind()))
                    .count();
        } catch (StoreDownException away) {
            return Double.NaN;
        }
    }
}
