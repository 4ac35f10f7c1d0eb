package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Subject;
import io.siyu.playbook.Playbook;
import io.siyu.report.Watch;
import io.siyu.web.publish.Canaries;
import io.siyu.web.publish.Publishing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server tries an edition on one of its partitions. */
class CanaryIT {
    private static final Map<String, String> FOUR = Map.of("siyu.engine.partitions", "4");
    private static final int MEMBERS = 400;

    @TempDir
    private Path folder;

    @Test
    void an_edition_that_sends_too_much_goes_back_by_itself() {
        Playbook shop = LivePlaybook.shop();
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), FOUR)) {
            Path quiet = written("before", shop, "total >= 100", "total >= 900");
            house.shell(0, "publish", quiet.toString());
            String before = house.part(Publishing.class).edition().hash();
            Path talkative = written("after", shop, "total >= 100", "total >= 110");
            assertThat(house.shell(0, "publish", talkative.toString(), "--canary"))
                    .contains("is tried on partition ")
                    .contains("the others decide by " + before);
            Path third = written("third", shop, ">= 100", ">= 120");
            assertThat(house.shell(1, "publish", third.toString(), "--canary"))
                    .contains("Another edition is being tried.");
            Canaries.Canary canary = house.part(Canaries.class).running().orElseThrow();
            order(house, "first", 120);
            LiveServer.await(
                    "it went back",
                    () -> house.part(Canaries.class).running().isEmpty(),
                    () -> String.valueOf(house.part(Canaries.class).running()));
            wentBack(house, canary);

            order(house, "second", 120);
            awaitDecided(house, 2);
            assertThat(editions(house, "second-")).isSubsetOf(Set.of(before));
            assertThat(editions(house, "first-"))
                    .containsExactly(canary.published().edition());
            assertThat(partitions(house, "first-"))
                    .containsExactly(canary.published().only());
        }
    }

    @Test
    void it_goes_on_when_somebody_says_so_and_survives_a_restart() {
        Playbook shop = LivePlaybook.shop();
        Path home = folder.resolve("home");
        String token;
        try (HttpHouse house = new HttpHouse(home, FOUR)) {
            token = house.token();
            house.shell(0, "publish", written("before", shop, "", "").toString());
            house.shell(
                    0, "publish", written("after", shop, ">= 100", ">= 110").toString(), "--canary", "--within", "9");
        }
        try (HttpHouse house = new HttpHouse(home, FOUR, token)) {
            order(house, "first", 120);
            awaitDecided(house, 1);
            assertThat(house.shell(0, "canary")).contains("events: ").contains("sent: ");
            Canaries.Canary canary = house.part(Canaries.class).running().orElseThrow();
            assertThat(canary.comparison().against()).isEmpty();
            assertThat(canary.comparison().canary().events()).isPositive();
            assertThat(canary.comparison().canary().events()
                            + canary.comparison().rest().events())
                    .isEqualTo(MEMBERS);
            assertThat(house.shell(0, "canary", "--go-on")).contains("It is published for all as revision 3.");
            order(house, "second", 120);
            awaitDecided(house, 2);
            assertThat(editions(house, "second-"))
                    .containsExactly(canary.published().edition());
        }
    }

    @Test
    void what_a_house_cannot_try_is_told() {
        Playbook shop = LivePlaybook.shop();
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), FOUR)) {
            Path directory = written("shop", shop, "", "");
            assertThat(house.shell(1, "publish", directory.toString(), "--canary"))
                    .contains("Nothing was published yet");
            house.shell(0, "publish", directory.toString());
            assertThat(house.shell(1, "publish", directory.toString(), "--canary"))
                    .contains("This is what the house decides by already.");
            Playbook wider = shop.with("catalogue.yaml", """
                    version: 1
                    types:
                      shelf.touched:
                        subject: member
                        fields: {shelf: text}
                    """.getBytes(StandardCharsets.UTF_8));
            assertThat(house.shell(1, "publish", written("wider", wider, "", "").toString(), "--canary"))
                    .contains("Maybe ");
            assertThat(house.shell(1, "canary", "--go-back")).contains("No edition is being tried.");
            assertThat(house.shell(2, "canary", "--go-back", "--go-on")).contains("Maybe ");
        }
    }

    private static void wentBack(HttpHouse house, Canaries.Canary canary) {
        assertThat(house.part(Publishing.class).history(1).get(0))
                .returns("more", Publishing.Published::note)
                .returns(canary.before(), Publishing.Published::edition)
                .returns(canary.published().only(), Publishing.Published::only);
        assertThat(house.part(Publishing.class).edition().hash()).isEqualTo(canary.before());
        assertThat(house.shell(1, "canary")).contains("No edition is being tried.");
    }

    /** One order of each of the members, with ids of their own. */
    private static void order(HttpHouse house, String name, int total) {
        List<String> lines = IntStream.range(0, MEMBERS)
                .mapToObj(i -> LivePlaybook.order("m" + i, name + "-" + i, total))
                .toList();
        assertThat(house.send(lines).statusCode()).isEqualTo(202);
    }

    private static void awaitDecided(HttpHouse house, int rounds) {
        LiveServer.await(
                "everything is decided",
                () -> house.part(Watch.class).counts().events() == (long) rounds * MEMBERS,
                () -> house.part(Watch.class).counts().toString());
    }

    private static List<JsonNode> decisions(HttpHouse house, String of) {
        return house.decisions()
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.path("event").asString("").startsWith(of))
                .toList();
    }

    private static Set<String> editions(HttpHouse house, String of) {
        return decisions(house, of).stream()
                .map(line -> line.path("edition").asString(""))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> partitions(HttpHouse house, String of) {
        return decisions(house, of).stream()
                .map(line -> Subject.parse(line.path("subject").asString("")).partitionOf(4))
                .collect(Collectors.toSet());
    }

    private Path written(String name, Playbook playbook, String from, String to) {
        Path directory = folder.resolve(name);
        playbook.paths()
                .forEach(path -> LivePlaybook.write(
                        directory, path, playbook.text(path).orElseThrow().replace(from, to)));
        return directory;
    }
}
