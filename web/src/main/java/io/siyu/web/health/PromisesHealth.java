package io.siyu.web.health;

import io.siyu.web.metrics.PromiseAlarm;
import io.siyu.web.metrics.PromiseAlarm.Alarm;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Promises that had to stop messages within the last hour. The house itself is well: it kept them. */
@Component("promises")
class PromisesHealth extends AbstractHealthIndicator {
    private final PromiseAlarm alarm;

    PromisesHealth(PromiseAlarm alarm) {
        this.alarm = alarm;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> told = new TreeMap<>();
        alarm.on().forEach(on -> told.put(on.promise(), told(on)));
        health.up().withDetails(told);
    }

    /** Anybody may ask for health, so it tells nobody's id. */
    private static String told(Alarm on) {
        return on.messages() + (on.messages() == 1 ? " message was" : " messages were") + " stopped since " + on.since()
                + ", the last at " + on.last() + " (" + on.what() + "): " + on.sentence()
                + "\nMaybe a rule or campaign changed: the Outbox screen tells whom, \"siyu why\" the reason.";
    }
}
