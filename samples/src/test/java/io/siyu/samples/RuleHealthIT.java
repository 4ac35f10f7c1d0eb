package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Playbook;
import io.siyu.web.publish.Publishing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real server under a trace's clock: a rule that a new edition breaks is told, before and after a restart. */
class RuleHealthIT {
    private static final Map<String, String> TRACE = Map.of("siyu.clock", "trace");
    private static final Instant FIRST = Instant.parse("2026-06-01T10:00:00Z");
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            channels:
              phone: [service, marketing]
            """;

    @TempDir
    private Path home;

    private int day;

    @Test
    void a_rule_broken_by_an_edition_is_silent_three_days_later_and_after_a_restart() {
        String token;
        try (HttpHouse house = new HttpHouse(home, TRACE)) {
            token = house.token();
            publish(house, 200);
            days(house, 35);
            assertThat(house.ruleHealth()).extracting(RuleHealthIT::told).containsOnly("any fine", "large fine");
            publish(house, 200_000);
            days(house, 3);
            assertThat(house.ruleHealth()).extracting(RuleHealthIT::told).containsOnly("any fine", "large fine");
            days(house, 1);
            JsonNode silent = house.ruleHealth().get(0);
            assertThat(told(silent)).isEqualTo("large silent");
            assertThat(silent.get("since").asString()).isEqualTo("2026-07-06");
            assertThat(silent.get("reason").asString())
                    .isEqualTo(
                            "fired on 28 of the last 28 days, silent for 3 while 6 order.placed came in; it was changed"
                                    + " on 2026-07-06");
            assertThat(silent.at("/fired/subject").asString()).isEqualTo("m1");
        }
        try (HttpHouse house = new HttpHouse(home, TRACE, token)) {
            days(house, 1);
            assertThat(told(house.ruleHealth().get(0))).isEqualTo("large silent");
        }
    }

    private static String told(JsonNode rule) {
        return rule.get("rule").asString() + " " + rule.get("standing").asString();
    }

    private static void publish(HttpHouse house, int large) {
        String rules = """
                package shop;
                rule "any" when OrderPlaced( total > 1 ) then propose.tag("seen"); end
                rule "large" when OrderPlaced( total >= %d ) then propose.tag("large"); end
                """.formatted(large);
        house.part(Publishing.class)
                .publish(
                        Playbook.of(Map.of("settings.yaml", bytes(SETTINGS), "rules/watch.drl", bytes(rules))), "test");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** So many days, with a small and a large order each. */
    private void days(HttpHouse house, int many) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Instant at = FIRST.plus(Duration.ofDays(day++));
            lines.add(order("m0", at, 20));
            lines.add(order("m1", at.plusSeconds(60), 300));
        }
        assertThat(house.send(lines).statusCode()).isEqualTo(202);
    }

    private static String order(String member, Instant at, int total) {
        return "{\"specversion\":\"1.0\",\"id\":\"o-" + at + "\",\"source\":\"shop\",\"type\":\"order.placed\","
                + "\"subject\":\"" + member + "\",\"time\":\"" + at + "\",\"data\":{\"orderId\":\"A" + at
                + "\",\"total\":\"" + total + ".00\",\"currency\":\"EUR\"}}";
    }
}
