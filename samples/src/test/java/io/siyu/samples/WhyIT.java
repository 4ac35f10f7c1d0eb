package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server is asked why: of what was sent, of what was not, and after everything has changed since. */
class WhyIT {
    private static final String RULES = """
            rule "Large orders of regulars"
                when
                    OrderPlaced( total >= 200, member.level >= 2 )
                then
                    propose.send("plain");
            end
            rule "Any order"
                when
                    OrderPlaced( total > 0 || member.level == 9, store != "S9" )
                then
                    propose.send("warm");
            end
            """;
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            caps:
              - {per: 24h, max: 1}
            channels:
              phone: [service, marketing]
            """;
    private static final String TEMPLATE = """
            version: 1
            id: %s
            purpose: service
            channel: phone
            text: Thank you
            """;
    private static final String LEVEL = """
            {"specversion":"1.0","id":"%s","source":"shop","type":"level.changed","subject":"m1","time":"%s","data":{"level":%d}}""";

    @TempDir
    private Path folder;

    @Test
    void tells_what_was_seen_then_whatever_has_changed_since() {
        try (HttpHouse house = new HttpHouse(folder, Map.of("siyu.engine.partitions", "4"))) {
            orderAndChange(house);
            saw(entry(house, "o1"));
            met(entry(house, "o2"));
        }
    }

    /** Two orders of a member of level 1, then another level and another edition. */
    private static void orderAndChange(HttpHouse house) {
        Publishing publishing = house.part(Publishing.class);
        publishing.publish(playbook(RULES), "test");
        tell(house, LEVEL.formatted("l1", Instant.now(), 1));
        tell(house, LivePlaybook.order("m1", "o1", 188));
        tell(house, LivePlaybook.order("m1", "o2", 300));
        LiveServer.await(
                "both orders are decided",
                () -> house.decisions().body().lines().count() == 2,
                () -> house.decisions().body());
        tell(house, LEVEL.formatted("l2", Instant.now(), 5));
        publishing.publish(playbook(RULES.replace("total >= 200", "total >= 10")), "test");
        LiveServer.await(
                "the new level is decided",
                () -> house.why("m1", "l2").statusCode() == 200,
                () -> house.why("m1", "l2").body());
    }

    private static void saw(JsonNode first) {
        JsonNode large = rule(first, "Large orders of regulars");
        assertThat(first.path("exact").asBoolean()).isTrue();
        assertThat(large.path("fired").asBoolean()).isFalse();
        assertThat(large.at("/conditions/0/text").asString()).isEqualTo("total >= 200");
        assertThat(large.at("/conditions/0/saw").asString()).isEqualTo("188.00");
        assertThat(large.at("/conditions/1/saw").asString()).isEqualTo("1");
        assertThat(large.path("missed")).hasSize(2);
        assertThat(rule(first, "Any order").path("fired").asBoolean()).isTrue();
        assertThat(first.at("/judged/0/verdict").asString()).isEqualTo("send");
    }

    private static void met(JsonNode second) {
        assertThat(rule(second, "Large orders of regulars").path("missed")).hasSize(1);
        assertThat(second.at("/judged/0/reason").asString()).isEqualTo("cap.global");
        JsonNode caps = guard(second, "caps");
        assertThat(caps.at("/saw/0/name").asString()).isEqualTo("1 per 1d");
        assertThat(caps.at("/saw/0/value").asString()).isEqualTo("1");
        assertThat(caps.at("/saw/1/name").asString()).isEqualTo("frees");
        assertThat(Instant.parse(caps.at("/saw/1/value").asString())).isAfter(Instant.now());
    }

    @Test
    void answers_in_a_shell_and_tells_what_it_does_not_know() throws IOException {
        try (HttpHouse house = new HttpHouse(folder, Map.of("siyu.engine.partitions", "4"))) {
            house.part(Publishing.class).publish(playbook(RULES), "test");
            tell(house, LivePlaybook.order("m1", "o1", 188));
            LiveServer.await(
                    "the order is decided",
                    () -> house.why("m1", "o1").statusCode() == 200,
                    () -> house.why("m1", "o1").body());

            assertThat(house.shell(0, "why", "--member", "m1", "--event", "o1"))
                    .contains("no      Large orders of regulars  (rules/orders.drl:1)")
                    .contains("no   total >= 200    saw 188.00")
                    .contains("no   member.level >= 2    saw 0")
                    .contains("yes  total > 0 || member.level == 9")
                    .contains("send    send warm")
                    .contains("yes  caps    1 per 1d: 0");
            keeps(house);
            assertThat(house.shell(0, "why", "--member", "m1", "--event", "o1", "--rule", "Any order"))
                    .doesNotContain("Large orders");
            assertThat(house.shell(1, "why", "--member", "m1", "--event", "o9"))
                    .contains("no event (o9) about (m1)")
                    .contains("Maybe ");
            assertThat(house.shell(1, "why", "--member", "m1", "--event", "o1", "--rule", "Any odrer"))
                    .contains("Maybe \"Any order\"");
            assertThat(house.shell(1, "why", "--member", "shop/m1", "--event", "o1"))
                    .contains("kind (shop) is unknown");
            assertThat(house.stranger("GET", "/api/why?subject=m1&event=o1").statusCode())
                    .isEqualTo(401);
        }
    }

    /** What happened becomes a scenario that the playbook passes. */
    private void keeps(HttpHouse house) throws IOException {
        Path kept = folder.resolve("kept.scenario.yaml");
        house.shell(0, "why", "--member", "m1", "--event", "o1", "--keep", kept.toString());
        Edition edition = house.part(Publishing.class).edition();
        Faults faults = new Faults();
        List<Scenario> read = ScenarioReader.read("kept", Files.readAllBytes(kept), edition, faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(read).singleElement().satisfies(scenario -> {
            assertThat(scenario.expected()).extracting(Scenario.Expected::what).containsExactly("warm");
            assertThat(ScenarioRun.play(scenario, edition).told()).isEmpty();
        });
    }

    private static JsonNode entry(HttpHouse house, String event) {
        JsonNode answer = JsonMapper.shared().readTree(house.why("m1", event).body());
        assertThat(answer.path("entries")).hasSize(1);
        return answer.at("/entries/0");
    }

    private static JsonNode rule(JsonNode entry, String name) {
        for (JsonNode rule : entry.at("/asked/0/rules")) {
            if (rule.path("rule").asString().equals(name)) {
                return rule;
            }
        }
        throw new AssertionError(entry);
    }

    private static JsonNode guard(JsonNode entry, String name) {
        for (JsonNode guard : entry.at("/judged/0/guards")) {
            if (guard.path("guard").asString().equals(name)) {
                return guard;
            }
        }
        throw new AssertionError(entry);
    }

    private static void tell(HttpHouse house, String line) {
        assertThat(house.send(List.of(line)).statusCode()).isEqualTo(202);
    }

    private static Playbook playbook(String rules) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", bytes(SETTINGS));
        files.put("rules/orders.drl", bytes(rules));
        files.put("templates/plain.yaml", bytes(TEMPLATE.formatted("plain")));
        files.put("templates/warm.yaml", bytes(TEMPLATE.formatted("warm")));
        return Playbook.of(files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
