package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show can be copied. */
class ExamplesTest {

    private static final Path GUIDE = Path.of("../docs/campaigns.md");
    private static final String TEMPLATE = """
            version: 1
            id: welcome-back
            purpose: marketing
            channel: phone
            text: Welcome back!
            """;

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.zh-CN.md"})
    void a_readme_shows_a_rule_and_a_campaign_to_publish(String readme) throws IOException {
        PlaybookReader reader = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);

        assertThat(reader.read(playbook(Map.of(
                                "settings.yaml", shown(GUIDE, "yaml", "retailer:"),
                                "templates/welcome-back.yaml", TEMPLATE,
                                "rules/shown.drl", shown(Path.of(readme), "java", "rule "),
                                "campaigns/shown.yaml", shown(Path.of(readme), "yaml", "trigger:"))))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void the_guide_plays_its_scenario_with_its_campaign() throws IOException {
        Edition edition = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook(Map.of(
                        "settings.yaml", shown(GUIDE, "yaml", "retailer:"),
                        "campaigns/shown.yaml", shown(GUIDE, "yaml", "id: order-placed"))))
                .edition();
        Faults faults = new Faults();
        byte[] written = shown(GUIDE, "yaml", "scenarios:").getBytes(StandardCharsets.UTF_8);
        List<Scenario> scenarios = ScenarioReader.read(GUIDE.toString(), written, edition, faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(scenarios)
                .isNotEmpty()
                .allSatisfy(scenario ->
                        assertThat(ScenarioRun.play(scenario, edition).told()).isEmpty());
    }

    private static Playbook playbook(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Playbook.of(files);
    }

    /** The one block of a document that is in this language and holds these words. */
    private static String shown(Path document, String language, String words) throws IOException {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(document))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(words))
                .toList();
        assertThat(blocks).as("%s with %s", document, words).hasSize(1);
        return blocks.get(0);
    }
}
