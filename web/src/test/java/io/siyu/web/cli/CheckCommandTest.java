package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Acme
            zone: Asia/Shanghai
            currency: CNY
            language: en
            """;

    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - member.levle >= 2
            steps:
              - send: hello
                text: Thank you
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path playbook;

    @BeforeEach
    void settings() throws IOException {
        write("settings.yaml", SETTINGS);
    }

    @Test
    void names_the_edition_of_a_playbook_without_faults() throws IOException {
        write("campaigns/thanks.yaml", CAMPAIGN.replace("levle", "level"));

        assertThat(check()).isZero();
        assertThat(out.toString())
                .matches("edition [0-9a-f]{12}: 1 campaigns, 2 rules, 1 message templates; it may be published\\.\\R");
    }

    @Test
    void tells_a_fault_of_a_condition_where_the_marketer_wrote_it() throws IOException {
        write("campaigns/thanks.yaml", CAMPAIGN);

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(playbook.resolve("campaigns/thanks.yaml") + ":9:7: ")
                .contains("member.level")
                .contains("\n    Maybe ")
                .endsWith("1 fault." + System.lineSeparator());
    }

    @Test
    void tells_what_is_wrong_with_scenarios_and_lets_the_playbook_be_published() throws IOException {
        write("campaigns/thanks.yaml", CAMPAIGN.replace("levle", "level"));
        write("campaigns/thanks.scenario.yaml", """
                version: 1
                scenarios:
                  - name: Thanks
                    start: 2026-03-02 10:00
                    members: {li: {}}
                    events:
                      - after: 0m
                        order.placd: {orderId: A1, total: 1, currency: CNY}
                    expect: []
                """);

        assertThat(check()).isZero();
        assertThat(out.toString())
                .contains(playbook.resolve("campaigns/thanks.scenario.yaml") + ":8:")
                .contains("order.placed")
                .contains("it may be published");
    }

    @Test
    void tells_a_fault_of_a_rule_file_beside_those_of_other_files() throws IOException {
        write("rules/a.drl", "rule \"A\"\nwhen\n    OrderPlaced( totl > 1 )\nthen\n    propose.tag(\"a\");\nend\n");
        write("settings.yaml", SETTINGS.replace("CNY", "RMB"));

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).contains("a.drl:3:18: ").contains("settings.yaml:4:11: value.currency: ");
    }

    @Test
    void warns_of_what_is_most_likely_not_meant() throws IOException {
        write(
                "rules/a.drl",
                "rule \"A\"\nwhen\n    OrderPlaced( total > 9, total > 1 )\nthen\n    propose.tag(\"a\");\nend\n");

        assertThat(check()).isZero();
        assertThat(out.toString())
                .startsWith(playbook.resolve("rules/a.drl") + ": warning rule.untested: ")
                .contains(playbook.resolve("rules/a.drl") + ":3:29: warning drl.always-holds: ")
                .contains("it may be published.");
        assertThat(check("--json")).isZero();
        assertThat(out.toString()).contains("\"faults\":[],\"warnings\":[{\"file\":\"rules/a.drl\",\"line\":0,");
    }

    @Test
    void is_silent_about_rules_with_scenarios() throws IOException {
        write("rules/a.drl", "rule \"A\"\nwhen\n    OrderPlaced( total > 9 )\nthen\n    propose.tag(\"a\");\nend\n");
        write(
                "rules/a.scenario.yaml",
                "version: 1\nscenarios:\n  - {name: Nothing, start: 2026-03-02 10:00, expect: []}\n");

        assertThat(check()).isZero();
        assertThat(out.toString()).doesNotContain("warning");
    }

    @Test
    void prints_json_for_programs() throws IOException {
        write("campaigns/thanks.yaml", CAMPAIGN);

        assertThat(check("--json")).isEqualTo(1);
        assertThat(out.toString())
                .contains("\"publishable\":false")
                .contains("\"file\":\"campaigns/thanks.yaml\",\"line\":9,\"column\":7");
    }

    @Test
    void refuses_a_directory_that_is_no_playbook() throws IOException {
        Files.delete(playbook.resolve("settings.yaml"));

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("settings.yaml").contains("Maybe");
    }

    private int check(String... options) {
        CommandLine line = SiyuCommand.line("check");
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] args = new String[options.length + 2];
        args[0] = "check";
        System.arraycopy(options, 0, args, 1, options.length);
        args[args.length - 1] = playbook.toString();
        return line.execute(args);
    }

    private void write(String path, String text) throws IOException {
        Path file = playbook.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
