package io.siyu.web.wiring;

import io.siyu.campaign.Occurrence;
import io.siyu.dispatch.Channel;
import io.siyu.house.LiveHouse;
import io.siyu.house.Observer;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Agenda;
import io.siyu.partition.FailPoint;
import io.siyu.partition.quartz.Beats;
import io.siyu.partition.quartz.Pulse;
import io.siyu.partition.quartz.QuartzCalendar;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.report.Health.Ill;
import io.siyu.web.metrics.Overdue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads that decide and send, and when they start and stop. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class EngineWiring {

    @Bean(destroyMethod = "")
    LiveHouse liveHouse(RedisHouse house, KnownEditions editions, List<Channel> channels, Node node) {
        EngineSettings engine = node.settings();
        return new LiveHouse(new LiveHouse.Plan(
                house,
                editions,
                new LiquidTexts(),
                channels,
                engine.workers(),
                engine.cached(),
                FailPoint.NONE,
                Clock.systemUTC(),
                node.observer(),
                node.terms()));
    }

    @Bean
    Node node(EngineSettings settings, Observer observer, RetrySettings retry, WebhookSettings webhook) {
        return new Node(settings, observer, RetryReading.read(retry, Map.of(ChannelWiring.WEBHOOK, webhook.retry())));
    }

    /** How this node runs, who looks on, and how long messages are tried again. */
    record Node(EngineSettings settings, Observer observer, RetryReading.Retries retries) {
        LiveHouse.Terms terms() {
            return new LiveHouse.Terms(settings.lease(), settings.grace(), retries.usual(), retries.others());
        }
    }

    @Bean
    Running engine(LiveHouse house, QuartzCalendar calendar, Pulse pulse, ObjectProvider<TraceDoor> trace) {
        return new Running(house, calendar, pulse, trace.getIfAvailable());
    }

    @Bean
    Overdue overdue(Agenda agenda, ObjectProvider<TraceDoor> trace) {
        // why: under a trace's clock the trace itself begins what is planned.
        return trace.getIfAvailable() == null ? agenda::overdue : List::of;
    }

    @Bean
    Symptom threads(LiveHouse house) {
        return house::ills;
    }

    @Bean
    Symptom pulseFaults(Beats beats) {
        return () ->
                beats.faults().stream().map(fault -> new Ill("pulse", fault)).toList();
    }

    @Bean
    Symptom overdueSteps(Overdue overdue) {
        return () -> overdue.steps().stream()
                .map(step -> new Ill("schedule", late(step)))
                .toList();
    }

    @Bean
    Symptom databaseAway(DataSource database) {
        return new DatabaseAway(database);
    }

    @Bean
    Complaints complaints(RedisHouse store, List<Symptom> symptoms) {
        store.examineToo(() ->
                symptoms.stream().flatMap(symptom -> symptom.get().stream()).toList());
        return new Complaints();
    }

    /** Something the doctor asks beside the store: what it suffers from now. */
    interface Symptom extends Supplier<List<Ill>> {}

    private static String late(Occurrence step) {
        return "The step (" + step.id() + ") is due since " + step.planned()
                + " and has not begun.\nMaybe the pulse is ill too, or the log does not answer.";
    }

    /** That the doctor asks for all symptoms. */
    record Complaints() {}
}
