package io.siyu.web.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.siyu.house.LiveHouse;
import io.siyu.report.Surveyor;
import io.siyu.report.rhythm.RuleStandings;
import io.siyu.report.whereabouts.StepLists;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The meters of a server whose engine runs. */
@ConditionalOnProperty(name = "siyu.engine.enabled", havingValue = "true", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    MeterBinder backlogGauges(Surveyor surveyor) {
        return new BacklogGauges(surveyor);
    }

    @Bean
    MeterBinder ruleGauges(RuleStandings rules) {
        return new RuleGauges(rules);
    }

    @Bean
    @ConditionalOnProperty(name = "siyu.lists.enabled", havingValue = "true", matchIfMissing = true)
    MeterBinder listGauge(StepLists lists) {
        return new ListGauge(lists::behind);
    }

    @Bean
    MeterBinder loopMeters(LiveHouse house) {
        return registry -> house.faults().keySet().forEach(loop -> faults(registry, house, loop));
    }

    private static void faults(MeterRegistry registry, LiveHouse house, String loop) {
        FunctionCounter.builder(
                        "siyu.loop.faults", house, running -> running.faults().getOrDefault(loop, 0L))
                .description("Rounds of a thread that ended in a fault")
                .tag("loop", loop)
                .register(registry);
    }

    @Bean
    MeterBinder scheduleGauge(Overdue overdue) {
        return registry -> Gauge.builder(
                        "siyu.schedule.overdue", overdue, due -> due.steps().size())
                .description("Planned steps due for more than a minute that have neither begun nor been missed")
                .register(registry);
    }
}
