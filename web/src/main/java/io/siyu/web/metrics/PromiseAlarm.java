package io.siyu.web.metrics;

import io.siyu.campaign.Promise;
import io.siyu.decision.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** Remembers for an hour that a promise had to stop a message on this node. Safe for many threads. */
@Component
public class PromiseAlarm {
    /** How long an alarm goes on after the last message. */
    static final Duration LENGTH = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Alarm> alarms = new ConcurrentSkipListMap<>();

    PromiseAlarm(Clock clock) {
        this.clock = clock;
    }

    /**
     * A promise that was about to be broken.
     *
     * @param promise its name
     * @param sentence what was promised
     * @param messages stopped since the alarm began
     * @param subject whom the last of them was for
     * @param what the message
     */
    public record Alarm(
            String promise, String sentence, long messages, Instant since, Instant last, String subject, String what) {}

    /** A promise stopped what this decides on. */
    public void stopped(Decision decision) {
        Instant now = clock.instant();
        String name = name(decision);
        alarms.compute(name, (promise, before) -> {
            boolean goesOn = before != null && isOn(before, now);
            return new Alarm(
                    promise,
                    decision.ruling().ref(),
                    goesOn ? before.messages() + 1 : 1,
                    goesOn ? before.since() : now,
                    now,
                    decision.subject().written(),
                    decision.intent().target());
        });
    }

    /** The alarms that are on, by name. */
    public List<Alarm> on() {
        Instant now = clock.instant();
        return alarms.values().stream().filter(alarm -> isOn(alarm, now)).toList();
    }

    private static boolean isOn(Alarm alarm, Instant now) {
        return alarm.last().plus(LENGTH).isAfter(now);
    }

    static boolean isOne(Decision decision) {
        return decision.ruling().reason().startsWith(Promise.REASON);
    }

    static String name(Decision decision) {
        return decision.ruling().reason().substring(Promise.REASON.length());
    }
}
