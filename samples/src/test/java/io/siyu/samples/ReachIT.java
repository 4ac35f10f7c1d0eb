package io.siyu.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Playbook;
import io.siyu.web.publish.Publishing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In a shell a whole server is asked how many members an audience means and a message would reach. */
class ReachIT {
    private static final int MEMBERS = 60;
    private static final String ALL = "\"members\":{\"counted\":" + MEMBERS + ",";
    private static final String AGREED = "\"reachable\":{\"counted\":" + MEMBERS / 4 + ",";
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            channels:
              phone: [service, marketing]
            """;
    private static final String REGULARS = """
            version: 1
            id: regulars
            name: Regulars
            when: member.level >= 2
            """;
    private static final String THANKS = """
            version: 1
            id: thanks
            name: Thanks
            purpose: marketing
            channel: phone
            trigger: {event: order.placed}
            audience: {when: member.level == 0}
            steps:
              - send: one
                text: Hello
            """;
    private static final String SHELF = """
            version: 1
            id: shelf
            name: Shelf
            purpose: service
            channel: phone
            trigger: {event: stock.expiring}
            audience: store
            steps:
              - send: one
                text: Hello
            """;
    private static final String TOLD = """
            {"specversion":"1.0","id":"%s-%d","source":"shop","type":"%s","subject":"m%d","time":"%s","data":%s}""";

    @TempDir
    private Path folder;

    @Test
    void in_a_shell_the_gap_has_a_reason_for_everybody() {
        try (HttpHouse house = new HttpHouse(folder, Map.of("siyu.engine.partitions", "4"))) {
            house.part(Publishing.class).publish(playbook(), "test");
            moveIn(house);
            counts(house, "regulars", MEMBERS / 2, MEMBERS / 4);
            counts(house, "campaign/thanks", MEMBERS / 4, 0);
            assertThat(house.shell(0, "reach", "audience/regulars"))
                    .contains("every member asked")
                    .containsPattern("matched +30\\R")
                    .containsPattern("reachable +15\\R")
                    .containsPattern("  drop consent.unknown +15\\R");
            asksForTheStore(house);
            refuses(house);
        }
    }

    private static void asksForTheStore(HttpHouse house) {
        assertThat(house.shell(0, "reach", "shelf", "--store", "S1", "--exact")).containsPattern("matched +0\\R");
        assertThat(house.shell(1, "reach", "shelf"))
                .contains("no store is named")
                .contains("Maybe add the store, such as ");
    }

    private static void refuses(HttpHouse house) {
        assertThat(house.shell(1, "reach", "regulers"))
                .contains("no audience or campaign (regulers)")
                .contains("Maybe \"regulars\"");
        assertThat(house.shell(1, "reach", "regulars", "--channel", "phne")).contains("Maybe \"phone\"");
        assertThat(house.shell(1, "reach", "regulars", "--purpose", "fun")).contains("Maybe \"marketing\"");
        assertThat(house.shell(2, "reach")).contains("Maybe ");
        assertThat(house.stranger("GET", "/api/reach?of=regulars").statusCode()).isEqualTo(401);
    }

    private static void counts(HttpHouse house, String named, int matched, int reachable) {
        JsonNode told = JsonMapper.shared().readTree(house.shell(0, "reach", named, "--exact", "--json"));
        assertThat(told.at("/exact").asBoolean()).isTrue();
        assertThat(told.at("/members/all").asInt()).isEqualTo(MEMBERS);
        assertThat(told.at("/matched/all").asInt()).isEqualTo(matched);
        assertThat(told.at("/reachable/all").asInt()).isEqualTo(reachable);
        int kept = 0;
        for (JsonNode gap : told.path("gaps")) {
            kept += gap.at("/members/all").asInt();
        }
        assertThat(kept).as(told::toString).isEqualTo(matched - reachable);
    }

    /** Of four levels as many each; those of the highest agreed to be written to. */
    private static void moveIn(HttpHouse house) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            lines.add(TOLD.formatted("l", i, "level.changed", i, Instant.now(), "{\"level\":" + i % 4 + "}"));
            if (i % 4 == 3) {
                lines.add(TOLD.formatted("c", i, "consent.given", i, Instant.now(), "{}"));
            }
        }
        assertThat(house.send(lines).statusCode()).isEqualTo(202);
        LiveServer.await(
                "all of it is decided",
                () -> asked(house).contains(ALL) && asked(house).contains(AGREED));
    }

    private static String asked(HttpHouse house) {
        return house.shell(0, "reach", "regulars", "--exact", "--json");
    }

    private static Playbook playbook() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", SETTINGS.getBytes(UTF_8));
        files.put("audiences/regulars.yaml", REGULARS.getBytes(UTF_8));
        files.put("campaigns/thanks.yaml", THANKS.getBytes(UTF_8));
        files.put("campaigns/shelf.yaml", SHELF.getBytes(UTF_8));
        return Playbook.of(files);
    }
}
