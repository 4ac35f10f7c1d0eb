package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.replay.suite.Coverage;
import io.siyu.replay.suite.Covered;
import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PromisesTest {

    private static final Map<String, String> FILES = Map.of("settings.yaml", """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: en
            """, "campaigns/thanks.yaml", """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - send: now
                text: {en: Thank you}
            """);

    private static final String STORY = """
            version: 1
            scenarios:
              - name: Two orders
                start: 2026-03-02 10:00
                members:
                  li: {level: 1}
                  ann: {level: 0}
                events:
                  - after: 1h
                    order.placed: {orderId: A1, total: 99.99, currency: CNY}
                  - after: 1d
                    of: ann
                    order.placed: {orderId: A2, total: 100.00, currency: CNY}
                expect:
                  - {after: 1h, send: thanks/now}
            """;

    private static Reading read(String promise) {
        return read(promise, Map.of());
    }

    private static Reading read(String promise, Map<String, String> more) {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(playbook(promise, more));
    }

    private static Playbook playbook(String promise, Map<String, String> more) {
        Map<String, byte[]> all = new TreeMap<>();
        FILES.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        more.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        all.put("promises.yaml", ("version: 1\npromises:\n" + promise).getBytes(UTF_8));
        return Playbook.of(all);
    }

    private static ScenarioRun.Result play(String promise, String story) {
        Edition edition = read(promise).edition();
        Faults faults = new Faults();
        List<Scenario> scenarios = ScenarioReader.read("x.scenario.yaml", story.getBytes(UTF_8), edition, faults);
        assertThat(faults.sorted()).isEmpty();
        return ScenarioRun.play(scenarios.get(0), edition);
    }

    @Test
    void a_promise_that_would_be_broken_is_a_finding_with_member_and_day() {
        String promise = "  - {name: known, never: thanks/now, when: member.level == 0}";

        assertThat(play(promise, STORY).told())
                .isEqualTo("promise     known would be broken: ann on 2026-03-03, thanks/now: "
                        + "Never thanks/now when member.level == 0.\n");
    }

    @Test
    void a_drop_that_is_expected_for_the_promise_is_no_finding() {
        String promise = "  - {name: known, never: thanks/now, when: member.level == 0}";
        String expected = STORY + "      - {after: 1d, of: ann, drop: thanks/now, reason: promise.known}\n";

        assertThat(play(promise, expected).isAsExpected()).isTrue();
    }

    @Test
    void a_drop_expected_without_its_reason_is_a_finding_still() {
        String promise = "  - {name: known, never: thanks/now, when: member.level == 0}";
        String expected = STORY + "      - {after: 1d, of: ann, drop: thanks/now}\n";

        assertThat(play(promise, expected).isAsExpected()).isFalse();
    }

    @Test
    void a_kept_promise_changes_nothing() {
        String promise = "  - {name: known, never: thanks/now, when: member.level >= 2}";
        String expected = STORY + "      - {after: 1d, of: ann, send: thanks/now}\n";

        assertThat(play(promise, expected).told()).isEmpty();
    }

    @Test
    void what_no_rule_may_name_no_promise_may_either() {
        assertThat(read("  - {name: known, never: thanks/now, when: member.levle == 0}")
                        .diagnostics())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("promises.yaml");
                    assertThat(List.of(fault.line(), fault.column())).isEqualTo(List.of(3, 44));
                    assertThat(fault.message()).contains("\nMaybe");
                });
    }

    @Test
    void scenarios_beside_any_file_are_held_to_the_promises() {
        String promise = "  - {name: known, never: thanks/now, when: member.level == 0}";
        for (String place : List.of("campaigns/thanks.scenario.yaml", "promises.scenario.yaml")) {
            Playbook playbook = playbook(promise, Map.of(place, STORY));
            Edition edition = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                    .read(playbook)
                    .edition();
            Faults faults = new Faults();
            Suite suite = Suite.read(playbook, edition, faults, 1);
            Coverage coverage = new Coverage(edition, edition.rules().rules());

            List<Played> played = SuiteRun.play(suite, 1, coverage);

            assertThat(faults.sorted()).isEmpty();
            assertThat(played)
                    .as(place)
                    .singleElement()
                    .satisfies(one -> assertThat(one.result().broken()).hasSize(1));
        }
    }

    @Test
    void a_promise_counts_as_covered_when_its_condition_was_seen_both_ways() {
        String promise = "  - {name: known, never: thanks/now, when: member.level == 0}";
        Playbook playbook = playbook(promise, Map.of("promises.scenario.yaml", STORY));
        Edition edition = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook)
                .edition();
        Suite suite = Suite.read(playbook, edition, new Faults(), 1);
        Coverage coverage = new Coverage(edition, suite.rules());

        SuiteRun.play(suite, 1, coverage);

        assertThat(coverage.rules())
                .filteredOn(covered -> covered.rule().name().equals("promise known"))
                .singleElement()
                .satisfies(covered -> {
                    assertThat(covered.missing()).isEmpty();
                    assertThat(covered.conditions())
                            .extracting(Covered.Both::text)
                            .containsExactly("member.level == 0");
                });
    }

    @Test
    void a_rule_cannot_take_the_name_of_a_promise() {
        Map<String, String> rule =
                Map.of("rules/x.drl", "rule \"promise known\" when OrderPlaced() then propose.tag(\"x\"); end");

        assertThat(read("  - {name: known, never: thanks/now, when: member.level == 0}", rule)
                        .diagnostics())
                .extracting(Diagnostic::code)
                .isNotEmpty();
    }
}
