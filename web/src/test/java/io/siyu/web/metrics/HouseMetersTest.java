package io.siyu.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outcome;
import io.siyu.dispatch.Outcome.Result;
import io.siyu.dispatch.Queue;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final HouseMeters meters =
            new HouseMeters(registry, new PromiseAlarm(Clock.systemUTC()), new RuleFaults(Clock.systemUTC()));

    @Test
    void tells_outcomes_by_channel_result_and_class_of_the_refusal() {
        meters.ended(List.of(
                new Outcome(claim(), Result.SENT, ""),
                refused(Result.FAILED, Fault.FINAL),
                refused(Result.FAILED, Fault.PASSING),
                refused(Result.DEFERRED, Fault.PASSING),
                refused(Result.DEFERRED, Fault.PASSING)));
        assertThat(count("sent", "none")).isEqualTo(1);
        assertThat(count("failed", "final")).isEqualTo(1);
        assertThat(count("failed", "passing")).isEqualTo(1);
        assertThat(count("deferred", "passing")).isEqualTo(2);
        assertThat(registry.find("siyu.outcomes").counters()).hasSize(4);
    }

    private double count(String result, String fault) {
        return registry.get("siyu.outcomes")
                .tags("channel", "webhook", "result", result, "class", fault)
                .counter()
                .count();
    }

    private static Outcome refused(Result result, Fault fault) {
        return new Outcome(claim(), result, "webhook.503", 1, Duration.ZERO, fault);
    }

    private static Claim claim() {
        Message message = new Message(
                "m1",
                Subject.member("anna"),
                "webhook",
                Purpose.SERVICE,
                "thanks",
                "now",
                "",
                "now",
                "e1",
                "Thank you");
        return new Claim(
                0,
                new Queue(Lane.SERVICE, "webhook"),
                new Claim.Holder(1, "0"),
                message,
                new Claim.Tries(0, Duration.ZERO, false));
    }
}
