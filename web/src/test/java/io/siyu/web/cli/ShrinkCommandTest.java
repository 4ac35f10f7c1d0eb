package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShrinkCommandTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Acme
            zone: Asia/Shanghai
            currency: CNY
            language: en
            """;

    private static final String VIP = """
            package rules;
            rule "Tag who spends much"
            when
                OrderPlaced( member.spent >= 5000, member.tagged("vip") == false )
            then
                propose.tag("vip");
            end
            """;

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void twoPlaybooksAndATrace() throws IOException {
        write("now/settings.yaml", SETTINGS);
        write("now/rules/vip.drl", VIP);
        write("before/settings.yaml", SETTINGS);
        write("before/rules/vip.drl", VIP.replace("5000", "4000"));
        List<String> lines = new ArrayList<>();
        lines.add("{\"format\":\"siyu-trace/1\",\"mode\":\"inputs\",\"zone\":\"Asia/Shanghai\",\"partitions\":8}");
        lines.add(line(1, "edition.activated", "partition/00", "{\"edition\":\"0123456789ab\",\"revision\":1}"));
        for (int i = 2; i < 400; i++) {
            String order = "{\"orderId\":\"o%d\",\"total\":%s,\"currency\":\"CNY\"}"
                    .formatted(i, i % 90 == 0 ? "2100.50" : "1");
            lines.add(line(i, "order.placed", "m" + i % 45, order));
        }
        write("trace.jsonl", String.join("\n", lines) + "\n");
    }

    @Test
    void keeps_the_two_orders_that_two_playbooks_decide_differently() throws IOException {
        assertThat(shrink("--against", path("before"), "--out", path("small.jsonl")))
                .isZero();

        assertThat(out.toString())
                .contains("Activations of editions in the trace are passed over: each playbook decides from the start.")
                .contains("2 of 398 events show it, of 1 of 45 members and communities;");
        assertThat(Files.readAllLines(folder.resolve("small.jsonl")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(Files.readString(folder.resolve("trace.jsonl")))
                        .contains(line + "\n"))
                .filteredOn(line -> line.contains("2100.50"))
                .hasSize(2);
    }

    @Test
    void writes_a_scenario_that_one_playbook_passes_and_the_other_fails() throws IOException {
        assertThat(shrink("--against", path("before"), "--scenario", path("now/scenarios/vip.yaml")))
                .isZero();

        assertThat(siyu("test", path("now"))).isZero();
        write("before/scenarios/vip.yaml", Files.readString(folder.resolve("now/scenarios/vip.yaml")));
        assertThat(siyu("test", path("before"))).isEqualTo(1);
        assertThat(out.toString()).contains("unexpected ", " tag vip m0");
    }

    @Test
    void keeps_what_leads_to_a_decision() {
        assertThat(shrink("--decision", "Tag who spends much")).isZero();
        assertThat(out.toString()).contains("3 of 398 events show it, of 1 of 45 members and communities;");
    }

    @Test
    void tells_when_there_is_nothing_to_keep() {
        assertThat(shrink("--against", path("now"))).isEqualTo(1);
        assertThat(shrink("--decision", "no such thing")).isEqualTo(1);
        assertThat(out.toString())
                .contains("Both playbooks decide the same on this trace.\nMaybe ")
                .contains(
                        "No decision on this trace has \"no such thing\" in its reason, message, rule or target.\nMaybe ");
    }

    @Test
    void tells_wrong_use_and_faults() throws IOException {
        assertThat(shrink()).isEqualTo(2);
        assertThat(shrink("--against", path("before"), "--decision", "vip")).isEqualTo(2);
        write("before/rules/vip.drl", VIP.replace("5000", "5000 yuan"));
        assertThat(shrink("--against", path("before"))).isEqualTo(1);
        write("trace.jsonl", "{}\n");
        assertThat(shrink("--decision", "vip")).isEqualTo(1);
        assertThat(err.toString())
                .contains("Either --against or --decision must say what is to be kept.\nMaybe ")
                .contains("before/rules/vip.drl:4:")
                .contains("The first line must be a header");
    }

    private static String line(int number, String type, String subject, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"shop\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(number, type, subject, START.plusSeconds(97L * number), data);
    }

    private int shrink(String... options) {
        List<String> args = new ArrayList<>(List.of("shrink", path("trace.jsonl"), "--playbook", path("now")));
        args.addAll(List.of(options));
        return siyu(args.toArray(String[]::new));
    }

    private int siyu(String... args) {
        CommandLine line = SiyuCommand.line(args);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String path(String path) {
        return folder.resolve(path).toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
