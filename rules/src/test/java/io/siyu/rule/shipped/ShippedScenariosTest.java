package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Scenario;
import io.siyu.replay.suite.Coverage;
import io.siyu.replay.suite.Covered;
import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedScenariosTest {

    private static final String SETTINGS = """
            version: 1
            retailer: 青禾生活
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            """;

    private static Suite suite;

    @BeforeAll
    static void read() throws IOException {
        Playbook playbook = playbook();
        Edition edition = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook)
                .edition();
        Faults faults = new Faults();
        suite = Suite.read(playbook, edition, faults, 2);
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void every_rule_file_has_a_hit_a_miss_and_a_boundary() {
        assertThat(suite.parts())
                .extracting(Suite.Part::file)
                .containsExactlyElementsOf(Shopper.sources().stream()
                        .map(source -> source.file().replaceAll("[.][a-z]+$", ".scenario.yaml"))
                        .toList());
        assertThat(suite.parts())
                .allSatisfy(part -> assertThat(part.scenarios())
                        .as(part.file())
                        .hasSizeGreaterThan(2)
                        .anyMatch(scenario -> scenario.expected().isEmpty())
                        .anyMatch(scenario -> !scenario.expected().isEmpty())
                        .anyMatch(ShippedScenariosTest::isBoundary));
    }

    @Test
    void every_rule_fires_and_every_condition_is_seen_both_ways() {
        Coverage coverage =
                new Coverage(suite.edition(), suite.edition().rules().rules());

        assertThat(SuiteRun.play(suite, 2, coverage))
                .allSatisfy(played -> assertThat(played.result().told())
                        .as(played.scenario().name())
                        .isEmpty());
        assertThat(coverage.rules())
                .hasSameSizeAs(Shopper.shipped().book().rules())
                .flatExtracting(Covered::missing)
                .isEmpty();
    }

    @Test
    void nothing_is_carried_from_one_scenario_into_the_next() {
        List<Played> together = SuiteRun.play(suite, 1);

        for (Played played : together) {
            Suite alone =
                    suite.only((file, name) -> name.equals(played.scenario().name())
                            && file.equals(played.scenario().file()));
            assertThat(SuiteRun.play(alone, 1))
                    .singleElement()
                    .extracting(Played::result)
                    .isEqualTo(played.result());
        }
    }

    /** A boundary is tried from both sides: more happens in it than is answered. */
    private static boolean isBoundary(Scenario scenario) {
        long happened = scenario.events().stream()
                .filter(event -> event.source().equals("scenario"))
                .count();
        return !scenario.expected().isEmpty() && happened > scenario.expected().size() + 1;
    }

    private static Playbook playbook() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> found = Files.list(Shopper.RULES)) {
            for (Path file : found.toList()) {
                files.put("rules/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return Playbook.of(files);
    }
}
