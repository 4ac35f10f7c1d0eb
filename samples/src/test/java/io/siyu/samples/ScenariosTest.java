package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.Recount;
import io.siyu.replay.ScenarioRun;
import io.siyu.replay.suite.Coverage;
import io.siyu.replay.suite.Covered;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario that ships, played with the rule, campaign or playbook it lies beside. */
class ScenariosTest {

    private static final Path TEMPLATES = Path.of("../campaign-templates/src/main/resources/campaign-templates");
    private static final Path RULES = Path.of("../rules/src/main/resources/rules");
    private static final Path JOURNEY = Path.of("complete-journey");
    private static final String SCENARIOS = ".scenario.yaml";
    /** How rules are written. */
    private static final List<String> WRITTEN = List.of(".drl", ".csv", ".dslr");

    private static final String SETTINGS = """
            version: 1
            retailer: 青禾生活
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            """;

    @Test
    void the_scenarios_of_campaign_templates_cover_their_conditions_both_ways() throws IOException {
        byte[] settings = CampaignTemplatesTest.SETTINGS.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new TreeMap<>(Map.of("settings.yaml", settings));
        for (Path file : files(TEMPLATES, ".yaml")) {
            files.put("campaigns/" + file.getFileName(), Files.readAllBytes(file));
        }
        Playbook playbook = Playbook.of(files);
        Edition edition = edition(playbook);
        Faults faults = new Faults();
        Coverage coverage = new Coverage(edition, edition.rules().rules());

        SuiteRun.play(Suite.read(playbook, edition, faults, 2), 2, coverage);

        assertThat(faults.sorted()).isEmpty();
        assertThat(coverage.rules())
                .hasSizeGreaterThan(20)
                .flatExtracting(Covered::missing)
                .isEmpty();
    }

    @Test
    void every_shipped_rule_has_scenarios() throws IOException {
        List<String> rules = new ArrayList<>();
        for (String ending : WRITTEN) {
            rules.addAll(names(files(RULES, ending), ending));
        }

        assertThat(rules).isNotEmpty().containsExactlyInAnyOrderElementsOf(names(files(RULES, SCENARIOS), SCENARIOS));
    }

    @TestFactory
    List<DynamicTest> shipped_rules_do_what_their_scenarios_say() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(RULES, SCENARIOS)) {
            Edition edition = rule(name(file, SCENARIOS));
            List<Scenario> scenarios = scenarios(file, edition);
            assertThat(scenarios)
                    .as("hit, miss and boundary of %s", file)
                    .hasSizeGreaterThan(2)
                    .anyMatch(scenario -> scenario.expected().isEmpty())
                    .anyMatch(scenario -> !scenario.expected().isEmpty());
            tests.addAll(tests(scenarios, edition));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> the_sample_playbook_does_what_its_scenarios_say() throws IOException {
        Edition edition = edition(PlaybookDirectory.read(JOURNEY));
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(JOURNEY.resolve("scenarios"), ".yaml")) {
            tests.addAll(tests(scenarios(file, edition), edition));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    /** A house that has nothing but the rules of this name, and the dictionaries sentences are written with. */
    private static Edition rule(String name) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8)));
        for (Path dictionary : files(RULES, ".dsl")) {
            files.put("rules/" + dictionary.getFileName(), Files.readAllBytes(dictionary));
        }
        for (String ending : WRITTEN) {
            Path file = RULES.resolve(name + ending);
            if (Files.exists(file)) {
                files.put("rules/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return edition(Playbook.of(files));
    }

    private static Edition edition(Playbook playbook) {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook)
                .edition();
    }

    private static List<Scenario> scenarios(Path file, Edition edition) throws IOException {
        Faults faults = new Faults();
        List<Scenario> scenarios = ScenarioReader.read(file.toString(), Files.readAllBytes(file), edition, faults);
        assertThat(faults.sorted()).isEmpty();
        return scenarios;
    }

    private static List<DynamicTest> tests(List<Scenario> scenarios, Edition edition) {
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    try (ScenarioRun run = new ScenarioRun(edition, new LiquidTexts())) {
                        assertThat(run.play(scenario).told()).isEmpty();
                        ScenarioRun.Played played = run.played(scenario);
                        assertThat(Recount.kept(played.partitions())).isEqualTo(Recount.of(played.decisions()));
                    }
                }))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(List<Path> files, String ending) {
        return files.stream().map(file -> name(file, ending)).sorted().toList();
    }

    private static String name(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
