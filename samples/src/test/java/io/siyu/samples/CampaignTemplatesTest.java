package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.Scenario.Expected;
import io.siyu.playbook.ScenarioReader;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import io.siyu.replay.ScenarioRun;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The campaigns marketers start from: each shown whole by its scenarios, no two the same, all of them listed. */
class CampaignTemplatesTest {

    /** A house that is quiet at night, for messages about orders too. */
    static final String SETTINGS = """
            version: 1
            retailer: 青禾生活
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            quietHours: {from: "21:30", to: "08:30", spread: 1s, purposes: [marketing, service]}
            channels:
              phone: [service, marketing]
            """;

    private static final Path FOLDER = Path.of("../campaign-templates/src/main/resources/campaign-templates");
    private static final List<Path> LISTS =
            List.of(Path.of("../campaign-templates/README.md"), Path.of("../docs/templates.md"));
    private static final Pattern NAMED = Pattern.compile("\\[([a-z-]+)]\\([^)]*/campaign-templates/[a-z-]+[.]yaml\\)");
    private static final String SCENARIOS = ".scenario.yaml";
    private static final List<String> VERBS = List.of("send", "push", "task", "tag", "coupon", "webhook");

    @TestFactory
    List<DynamicTest> templates_do_what_their_scenarios_say() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String id : ids()) {
            Edition edition = alone(id);
            for (Scenario scenario : scenarios(id, edition)) {
                tests.add(DynamicTest.dynamicTest(
                        id + ": " + scenario.name(),
                        () -> assertThat(ScenarioRun.play(scenario, edition).told())
                                .isEmpty()));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests;
    }

    @TestFactory
    List<DynamicTest> scenarios_reach_every_step_a_drop_and_a_hold() throws IOException {
        return ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    List<Expected> expected = scenarios(id, alone(id)).stream()
                            .flatMap(scenario -> scenario.expected().stream())
                            .toList();
                    assertThat(whats(expected, "send", "coupon", "tag", "task", "push"))
                            .containsAll(steps(root(id)).stream()
                                    .map(step -> id + "/" + step)
                                    .toList());
                    assertThat(whats(expected, "drop")).isNotEmpty();
                    assertThat(whats(expected, "hold")).isNotEmpty();
                }))
                .toList();
    }

    @Test
    void no_two_templates_have_the_same_steps() throws IOException {
        Map<String, String> byShape = new TreeMap<>();
        for (String id : ids()) {
            String shape = shape(root(id).child("steps").orElseThrow());
            assertThat(byShape.put(shape, id))
                    .as("%s has the steps of another: %s", id, shape)
                    .isNull();
        }
        assertThat(byShape).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void every_text_is_there_in_both_languages_and_offers_can_be_refused() throws IOException {
        for (String id : ids()) {
            boolean marketing = root(id).child("purpose")
                    .map(CampaignTemplatesTest::text)
                    .orElse("")
                    .equals("marketing");
            for (YamlNode.Mapping step : acts(root(id))) {
                YamlNode texts = step.child("text").orElse(null);
                boolean personal = !step.keys().containsKey("task") && !isForCommunities(step);
                if (texts != null) {
                    String chinese = text(texts.child("zh").orElseThrow());
                    String english = text(texts.child("en").orElseThrow());
                    assertThat(chinese.codePoints().anyMatch(Character::isIdeographic))
                            .as(id)
                            .isTrue();
                    assertThat(english.codePoints().noneMatch(Character::isIdeographic) || english.contains("default"))
                            .as(id)
                            .isTrue();
                    if (marketing && personal) {
                        assertThat(chinese).as(id).contains("回复 R");
                        assertThat(english).as(id).contains("Reply R");
                    }
                }
            }
        }
    }

    @Test
    void the_lists_of_templates_are_complete() throws IOException {
        for (Path list : LISTS) {
            assertThat(NAMED.matcher(Files.readString(list)).results().map(found -> found.group(1)))
                    .as("%s", list)
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
    }

    private static Set<String> whats(List<Expected> expected, String... decisions) {
        return expected.stream()
                .filter(one -> List.of(decisions).contains(one.decision()))
                .map(Expected::what)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of all steps that do something, those of branches among them. */
    private static List<String> steps(YamlNode.Mapping root) {
        return acts(root).stream()
                .map(step -> text(step.child(verb(step)).orElseThrow()))
                .toList();
    }

    private static List<YamlNode.Mapping> acts(YamlNode node) {
        List<YamlNode.Mapping> acts = new ArrayList<>();
        if (node instanceof YamlNode.Items items) {
            items.items().forEach(item -> acts.addAll(acts(item)));
        } else if (node instanceof YamlNode.Mapping mapping) {
            if (!verb(mapping).isEmpty()) {
                acts.add(mapping);
            }
            mapping.values().values().forEach(value -> acts.addAll(acts(value)));
        }
        return acts;
    }

    /** The steps without names, words and lengths: what is done, for whom, and where the way divides. */
    private static String shape(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.items().stream().map(CampaignTemplatesTest::shape).collect(Collectors.joining(",", "[", "]"));
        }
        YamlNode.Mapping step = (YamlNode.Mapping) node;
        List<String> parts = new ArrayList<>();
        parts.add(step.keys().containsKey("wait") ? "wait " + waiting(step) : verb(step));
        parts.add(isForCommunities(step) ? "community" : "");
        for (String inner : List.of("branch", "parts", "steps", "then", "otherwise")) {
            step.child(inner).ifPresent(steps -> parts.add(inner + shape(steps)));
        }
        parts.add(step.keys().containsKey("end") ? "end" : "");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String waiting(YamlNode.Mapping step) {
        return step.child("wait").orElseThrow() instanceof YamlNode.Mapping mapping
                ? String.join(" ", mapping.keys().keySet())
                : "";
    }

    private static boolean isForCommunities(YamlNode.Mapping step) {
        YamlNode audience = step.child("audience").orElse(null);
        return audience instanceof YamlNode.Mapping
                || (audience instanceof YamlNode.Text word && word.text().equals("communities"));
    }

    private static String verb(YamlNode.Mapping step) {
        boolean isStep = step.child("text").isPresent()
                || step.child("kind").isPresent()
                || step.keys().size() == 1;
        return VERBS.stream()
                .filter(verb -> isStep && step.keys().containsKey(verb))
                .findFirst()
                .orElse("");
    }

    private static String text(YamlNode node) {
        return ((YamlNode.Text) node).text();
    }

    private static YamlNode.Mapping root(String id) throws IOException {
        Faults faults = new Faults();
        YamlNode root = Yaml.read(id, Files.readAllBytes(FOLDER.resolve(id + ".yaml")), faults)
                .orElseThrow();
        assertThat(faults.sorted()).isEmpty();
        return (YamlNode.Mapping) root;
    }

    private static Edition alone(String id) throws IOException {
        Playbook playbook = Playbook.of(Map.of(
                "settings.yaml",
                SETTINGS.getBytes(StandardCharsets.UTF_8),
                "campaigns/" + id + ".yaml",
                Files.readAllBytes(FOLDER.resolve(id + ".yaml"))));
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook)
                .edition();
    }

    private static List<Scenario> scenarios(String id, Edition edition) throws IOException {
        Faults faults = new Faults();
        Path file = FOLDER.resolve(id + SCENARIOS);
        List<Scenario> scenarios = ScenarioReader.read(file.toString(), Files.readAllBytes(file), edition, faults);
        assertThat(faults.sorted()).isEmpty();
        return scenarios;
    }

    private static List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith(SCENARIOS))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }
}
