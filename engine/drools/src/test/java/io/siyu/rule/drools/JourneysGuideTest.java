package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every journey of the guide is a campaign without a fault that does what its scenario says. */
class JourneysGuideTest {

    private static final Path GUIDE = Path.of("../../docs/campaigns.md");
    private static final Path SCENARIOS = Path.of("src/test/resources/journeys");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("(?m)^id: (\\S+)");
    private static final String SETTINGS = """
            version: 1
            retailer: Journey Market
            zone: America/New_York
            currency: USD
            language: en
            channels:
              phone: [service, marketing]
              webhook: [service, marketing]
            """;

    @TestFactory
    Stream<DynamicTest> do_what_their_scenarios_say() throws IOException {
        Map<String, String> campaigns = campaigns();
        assertThat(campaigns).hasSizeGreaterThanOrEqualTo(9);
        return campaigns.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Edition edition = edition(one.getKey(), one.getValue());
                    StringBuilder told = new StringBuilder();
                    for (Scenario scenario : scenarios(one.getKey(), edition)) {
                        told.append(
                                ScenarioRun.play(scenario, edition).told().replaceAll("(?m)^", scenario.name() + ": "));
                    }
                    assertThat(told.toString().replaceAll("(?m)^[^:]*: $", "").strip())
                            .isEmpty();
                }));
    }

    /** The complete campaigns of the part about journeys. */
    private static Map<String, String> campaigns() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf("\n## Journeys\n");
        String part = guide.substring(begin, guide.indexOf("\n## ", begin + 1));
        Map<String, String> campaigns = new TreeMap<>();
        for (MatchResult block : BLOCK.matcher(part).results().toList()) {
            ID.matcher(block.group(1))
                    .results()
                    .findFirst()
                    .ifPresent(id -> campaigns.put(id.group(1), block.group(1)));
        }
        return campaigns;
    }

    private static Edition edition(String id, String campaign) {
        Playbook playbook = Playbook.of(Map.of(
                "settings.yaml", SETTINGS.getBytes(UTF_8), "campaigns/" + id + ".yaml", campaign.getBytes(UTF_8)));
        Reading reading = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(playbook);
        assertThat(reading.diagnostics()).as(id).isEmpty();
        return reading.edition();
    }

    private static List<Scenario> scenarios(String id, Edition edition) {
        Faults faults = new Faults();
        Path file = SCENARIOS.resolve(id + ".scenario.yaml");
        assertThat(file).exists();
        List<Scenario> scenarios;
        try {
            scenarios = ScenarioReader.read(file.toString(), Files.readAllBytes(file), edition, faults);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(faults.sorted()).isEmpty();
        assertThat(scenarios).isNotEmpty();
        return scenarios;
    }
}
