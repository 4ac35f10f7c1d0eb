package io.siyu.web.metrics;

import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.decision.Ruling;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import java.time.Instant;
import java.util.Map;

/** Decisions of promises for tests. */
public final class StoppedMessages {
    private StoppedMessages() {}

    /** A promise of this name stopped a message for a member. */
    public static Decision by(String promise, String member) {
        Instant at = Instant.parse("2026-11-05T12:00:00Z");
        Intent intent = new Intent(
                "p1",
                "o1",
                "order.placed",
                "o1",
                at,
                "campaign thanks",
                "thanks",
                "now",
                "send",
                "thanks/now",
                0,
                Map.of());
        return new Decision(
                at,
                Subject.member(member),
                "e1",
                intent,
                Purpose.SERVICE,
                "phone",
                "",
                Ruling.drop("promise." + promise, "We <never> do."),
                "");
    }
}
