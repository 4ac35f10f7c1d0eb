package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Acme
            zone: Asia/Shanghai
            currency: CNY
            language: en
            """;

    private static final String LARGE = """
            package rules;
            rule "Tag a large order"
            when
                OrderPlaced( total >= 100, member.level >= 1 )
            then
                propose.tag("large");
            end
            """;

    private static final String WELCOME = """
            package rules;
            rule "Give a new member a coupon"
            when
                MemberJoined( member.orders == 0 )
            then
                propose.coupon("welcome");
            end
            """;

    private static final String CARE = """
            version: 1
            id: care
            name: Care
            purpose: service
            channel: phone
            trigger:
              event: store.visited
            steps:
              - send: hello
                text: Hello
            """;

    private static final String STORY = """
            version: 1
            scenarios:
              - name: A large order is tagged
                start: 2026-03-02 10:00
                members: {li: {level: 1}}
                events:
                  - after: 0m
                    order.placed: {orderId: A1, total: 100.00, currency: CNY}
                expect:
                  - {after: 0m, tag: large}
            """;

    private static final String WRONG = """
              - name: A small <order> & its "end"
                start: 2026-03-02 10:00
                members: {li: {level: 1}}
                events:
                  - after: 0m
                    order.placed: {orderId: A1, total: 100.00, currency: CNY}
                expect:
                  - {after: 1h, tag: "small\\uFFFE<&>"}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path playbook;

    @BeforeEach
    void rule() throws IOException {
        write("settings.yaml", SETTINGS);
        write("rules/large.drl", LARGE);
        write("rules/large.scenario.yaml", STORY);
    }

    @Test
    void tells_a_line_for_each_file_and_how_many_passed() {
        assertThat(test()).isZero();
        assertThat(out.toString().lines().toList().get(0))
                .matches("pass {2}" + playbook.resolve("rules/large.scenario.yaml") + " +1 scenario +[0-9.]+ ms");
        assertThat(out.toString())
                .containsPattern(
                        "1 scenario in 1 file: 1 passed, 0 failed; [0-9.]+ s, [0-9,]+ scenarios/s; edition [0-9a-f]{12}[.]\\R$")
                .doesNotContain("A large order is tagged");
        assertThat(test("--verbose")).isZero();
        assertThat(out.toString()).contains("      pass  A large order is tagged\n");
    }

    @Test
    void tells_what_is_missing_and_what_nobody_expected_with_its_place() throws IOException {
        write("rules/large.scenario.yaml", STORY + WRONG);

        assertThat(test()).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAIL  ", "2 scenarios", "1 failed")
                .contains(playbook.resolve("rules/large.scenario.yaml") + ":11: A small <order> & its \"end\"\n")
                .contains("            missing     line 18: 2026-03-02 11:00 tag small\uFFFE<&> li\n")
                .contains("            unexpected  2026-03-02 10:00 tag large li\n")
                .contains("1 passed, 1 failed;");
    }

    @Test
    void scenarios_beside_a_file_are_about_that_file_and_those_in_a_folder_about_all() throws IOException {
        write("rules/welcome.drl", WELCOME);
        write("scenarios/all.yaml", STORY);

        assertThat(test()).isEqualTo(1);
        assertThat(out.toString())
                .contains("pass  " + playbook.resolve("rules/large.scenario.yaml"))
                .contains("FAIL  " + playbook.resolve("scenarios/all.yaml"))
                .contains("unexpected  2026-03-02 09:59:59 coupon welcome li");
    }

    @Test
    void a_campaign_goes_on_that_the_rules_of_the_file_enter_members_into() throws IOException {
        write("rules/large.drl", LARGE.replace("propose.tag(\"large\")", "propose.enrol(\"care\")"));
        write("campaigns/care.yaml", CARE);
        write(
                "campaigns/daily.yaml",
                CARE.replace("care", "daily")
                        .replace("event: store.visited", "schedule: {cron: 0 9 * * *, window: 1h}"));
        write("rules/large.scenario.yaml", STORY.replace("{after: 0m, tag: large}", "{after: 0m, send: care/hello}"));
        write(
                "campaigns/care.scenario.yaml",
                STORY.replace("{after: 0m, tag: large}", "{after: 0m, send: care/hello}"));

        assertThat(test()).isEqualTo(1);
        assertThat(out.toString())
                .contains("pass  " + playbook.resolve("rules/large.scenario.yaml"))
                .contains("FAIL  " + playbook.resolve("campaigns/care.scenario.yaml"))
                .contains("missing     line 10: 2026-03-02 10:00 send care/hello li\n")
                .doesNotContain("unexpected");
    }

    @Test
    void plays_only_what_is_asked_for() throws IOException {
        write("rules/large.scenario.yaml", STORY + WRONG);

        assertThat(test("--only", "LARGE ORDER")).isZero();
        assertThat(out.toString()).contains("1 scenario in 1 file");
        assertThat(test("--only", "larg.scenario")).isEqualTo(2);
        assertThat(err.toString())
                .contains("No scenario's file or name has \"larg.scenario\" in it.")
                .contains("Maybe ");
    }

    @Test
    void names_the_scenario_that_was_meant() {
        assertThat(test("--only", "A large ordr is taged")).isEqualTo(2);
        assertThat(err.toString()).contains("Maybe \"A large order is tagged\" was meant.");
    }

    @Test
    void tells_wrong_use() throws IOException {
        assertThat(test("--workers", "0")).isEqualTo(2);
        assertThat(test("--coverage", "101")).isEqualTo(2);
        Files.delete(playbook.resolve("rules/large.scenario.yaml"));
        assertThat(test()).isEqualTo(2);
        Files.delete(playbook.resolve("settings.yaml"));
        assertThat(test()).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith("Maybe ")))
                .containsExactly(
                        "Maybe leave it out.",
                        "Maybe 100, or 0 to be told only.",
                        "Maybe write rules/vip.scenario.yaml beside rules/vip.drl; docs/scenarios.md tells how.",
                        "Maybe another directory was meant.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tells_faults_of_the_playbook_as_check_does_and_plays_nothing() throws IOException {
        write("rules/large.drl", LARGE.replace("total", "totl"));

        assertThat(test()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(playbook.resolve("rules/large.drl") + ":4:18: ")
                .endsWith("1 fault.\n");
    }

    @Test
    void tells_faults_of_a_scenario_and_plays_the_others() throws IOException {
        write("rules/large.scenario.yaml", STORY + WRONG.replace("total: 100.00", "totl: 100.00"));

        assertThat(test()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(playbook.resolve("rules/large.scenario.yaml") + ":16:")
                .contains("1 passed, 0 failed, 2 faults in their files;");
    }

    @Test
    void tells_the_same_in_json() throws IOException {
        write("rules/large.scenario.yaml", STORY + WRONG);

        assertThat(test("--json", "--coverage", "0")).isEqualTo(1);
        JsonNode told = new JsonMapper().readTree(out.toString());
        assertThat(told.path("passed").asInt()).isEqualTo(1);
        assertThat(told.path("failed").asInt()).isEqualTo(1);
        JsonNode wrong = told.at("/files/0/scenarios/1");
        assertThat(wrong.path("line").asInt()).isEqualTo(11);
        assertThat(wrong.path("passed").asBoolean()).isFalse();
        assertThat(wrong.at("/missing/0").asString()).startsWith("line 18: ");
        assertThat(wrong.at("/unexpected/0").asString()).isEqualTo("2026-03-02 10:00 tag large li");
        assertThat(told.at("/coverage/rules/0/conditions/1/condition").asString())
                .isEqualTo("member.level >= 1");
    }

    @Test
    void writes_junit_xml_that_a_parser_reads() throws IOException, ParserConfigurationException, SAXException {
        write("rules/large.scenario.yaml", STORY + WRONG);
        Path file = playbook.resolve("results.xml");

        assertThat(test("--junit", file.toString())).isEqualTo(1);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("2");
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("rules/large.scenario.yaml");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(Double.parseDouble(suite.getAttribute("time"))).isPositive();
        Element wrong = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(wrong.getAttribute("name")).isEqualTo("A small <order> & its \"end\"");
        assertThat(wrong.getElementsByTagName("failure").item(0).getTextContent())
                .contains("missing     line 18: 2026-03-02 11:00 tag small\uFFFD<&> li")
                .contains("unexpected  2026-03-02 10:00 tag large li");
    }

    @Test
    void tells_which_conditions_were_seen_one_way_only() throws IOException {
        write("rules/welcome.drl", WELCOME);

        assertThat(test("--coverage", "60")).isEqualTo(1);
        String large = playbook.resolve("rules/large.drl").toString();
        String welcome = playbook.resolve("rules/welcome.drl").toString();
        assertThat(out.toString())
                .contains(large + ":4:18: always held: total >= 100\n")
                .contains(large + ":4:32: always held: member.level >= 1\n")
                .contains(welcome + ":2: never fired: Give a new member a coupon\n")
                .contains(welcome + ":2: never looked at: member.orders == 0\n")
                .containsPattern("\nall +1/2 +0/3 +37 %\n")
                .contains("Less than the 60 % asked for is covered.\nMaybe ");
    }

    @Test
    void is_content_with_the_coverage_asked_for() throws IOException {
        write("rules/large.scenario.yaml", STORY + """
              - name: A small order, and a guest's
                start: 2026-03-02 10:00
                members: {li: {level: 1}, guest: {level: 0}}
                events:
                  - {after: 0m, order.placed: {orderId: A1, total: 99.99, currency: CNY}}
                  - {after: 0m, of: guest, order.placed: {orderId: A2, total: 100.00, currency: CNY}}
                expect: []
            """);

        assertThat(test("--coverage", "100")).isZero();
        assertThat(out.toString()).containsPattern("\nall +1/1 +2/2 +100 %\n").doesNotContain("never");
    }

    @Test
    void tells_the_same_at_any_number_of_workers() throws IOException {
        for (int file = 0; file < 5; file++) {
            write("rules/other" + file + ".scenario.yaml", STORY + WRONG);
        }
        test("-v", "--workers", "1");
        List<String> alone = untimed();
        test("-v", "--workers", "4");

        assertThat(untimed()).isEqualTo(alone);
        assertThat(alone).hasSizeGreaterThan(20);
    }

    /** What was printed since last asked, without times. */
    private List<String> untimed() {
        List<String> lines = out.toString()
                .lines()
                .map(line -> line.replaceAll("[0-9.]+ ms|; [0-9.]+ s, [0-9,]+ scenarios/s", ""))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        out.getBuffer().setLength(0);
        return lines;
    }

    private int test(String... options) {
        CommandLine line = SiyuCommand.line("test");
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> args = new ArrayList<>(List.of("test"));
        args.addAll(List.of(options));
        args.add(playbook.toString());
        return line.execute(args.toArray(String[]::new));
    }

    private void write(String path, String text) throws IOException {
        Path file = playbook.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
