package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a careless or hostile author hands in: each is told at its line, and the campaign is not there. The spreadsheet door,
 * the rules and the screens have their own: {@code SheetTextTest}, {@code WorkbooksTest}, {@code EscapesTest}, {@code GridTest}.
 */
class BadInputTest {
    private static final String HEAD = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            """;

    /** The one fault of a campaign that begins as usual and goes on so, as {@code line:column code}. */
    private static String fault(String rest) {
        return only(HEAD + rest);
    }

    private static String only(String campaign) {
        return only("campaigns/thanks.yaml", Map.of("campaigns/thanks.yaml", campaign));
    }

    private static String only(String file, Map<String, String> files) {
        Reading reading = NoRules.reader().read(Playbooks.with(files));
        List<Diagnostic> faults = reading.diagnostics();

        assertThat(faults).hasSize(1);
        Diagnostic fault = faults.get(0);
        assertThat(fault.file()).isEqualTo(file);
        assertThat(fault.message()).contains("\nMaybe ");
        return fault.line() + ":" + fault.column() + " " + fault.code();
    }

    @Test
    void steps_that_go_round_in_a_cycle() {
        assertThat(fault("""
                steps: &again
                  - send: hello
                    text: Hello
                  - branch:
                      - steps: *again
                """)).endsWith("yaml.limit");
    }

    @Test
    void audiences_that_name_each_other() {
        assertThat(only(
                        "audiences/b.yaml",
                        Map.of(
                                "audiences/a.yaml",
                                "version: 1\nid: a\nname: A\nany:\n  - audience: [b]\n",
                                "audiences/b.yaml",
                                "version: 1\nid: b\nname: B\nany:\n  - audience: [a]\n")))
                .endsWith("audience.cycle");
    }

    @Test
    void a_step_of_an_unknown_kind() {
        assertThat(fault("""
                steps:
                  - goto: hello
                """)).isEqualTo("8:5 step.form");
    }

    @Test
    void a_wait_of_a_century() {
        assertThat(fault("""
                steps:
                  - wait: 36525d
                  - send: hello
                    text: Hello
                """)).isEqualTo("8:11 value.duration");
    }

    @Test
    void a_window_that_closes_before_it_opens() {
        assertThat(fault("""
                window: {from: 2026-12-31 23:00, until: 2026-11-01 00:00}
                steps:
                  - send: hello
                    text: Hello
                """)).isEqualTo("7:41 window.order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2h", "0h"})
    void a_step_with_a_window_of_less_than_nothing(String window) {
        assertThat(only("""
                version: 1
                id: thanks
                name: Thanks
                purpose: service
                channel: phone
                trigger:
                  cadence: {start: 2026-11-01, days: 12}
                steps:
                  - send: hello
                    day: 1
                    at: "10:00"
                    window: %s
                    text: Hello
                """.formatted(window))).startsWith("12:13 ");
    }

    @Test
    void a_zone_that_does_not_exist() {
        assertThat(only(
                        "settings.yaml",
                        Map.of("settings.yaml", Playbooks.SETTINGS.replaceAll("zone: .*", "zone: Mars/Olympus"))))
                .endsWith("zone");
    }

    @Test
    void ten_thousand_steps() {
        StringBuilder steps = new StringBuilder("steps:\n");
        for (int i = 1; i <= 10_000; i++) {
            steps.append("  - send: s").append(i).append("\n    text: Hello\n");
        }

        assertThat(fault(steps.toString())).isEqualTo((8 + 2 * StepReader.MOST) + ":5 step.many");
    }

    @Test
    void the_most_steps_there_may_be() {
        StringBuilder steps = new StringBuilder(HEAD).append("steps:\n");
        for (int i = 1; i <= StepReader.MOST; i++) {
            steps.append("  - send: s").append(i).append("\n    text: Hello\n");
        }

        assertThat(NoRules.reader()
                        .read(Playbooks.with("campaigns/thanks.yaml", steps.toString()))
                        .diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0000', '\u0007', '\u001b'})
    void control_characters(char control) {
        assertThat(NoRules.reader()
                        .read(Playbooks.with(
                                "campaigns/thanks.yaml",
                                HEAD + "steps:\n  - send: hello\n    text: a" + control + "b\n"))
                        .diagnostics())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.message()).contains("\nMaybe "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a\" then", "a/../b", "a b", "A", "{{ x }}", "=1+1"})
    void ids_that_would_reach_a_rule_a_path_or_a_page(String id) {
        String quoted = "'" + id + "'";

        assertThat(only(
                        "campaigns/thanks.yaml",
                        Map.of("campaigns/thanks.yaml", HEAD + "steps:\n  - send: " + quoted + "\n    text: Hello\n")))
                .startsWith("8:11 ");
    }

    @Test
    void html_in_a_text_is_words_and_in_a_link_is_refused() {
        assertThat(NoRules.reader()
                        .read(Playbooks.with(
                                "campaigns/thanks.yaml",
                                HEAD + "steps:\n  - send: hello\n    text: '<b onclick=x>{{ orderId }}</b>'\n"))
                        .diagnostics())
                .isEmpty();
        assertThat(fault("steps:\n  - send: hello\n    text: '{{ \"javascript:alert(1)\" | link }}'\n"))
                .startsWith("9:");
    }

    @Test
    void nothing_of_a_broken_campaign_is_there() {
        Reading reading = NoRules.reader()
                .read(Playbooks.with("campaigns/thanks.yaml", HEAD + "steps:\n  - send: hello\n    txt: Hello\n"));

        assertThat(reading.diagnostics()).isNotEmpty();
        assertThat(reading.isPublishable()).isFalse();
    }
}
