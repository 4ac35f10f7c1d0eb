package io.siyu.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.samples.SamplesCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmarks of large houses at a tiny size: what they count is right, whatever time they take. */
class ScaleBenchIT {
    private static final int KEPT = 4_096;

    @Test
    void a_step_visits_every_member_and_writes_at_most_four_kilobytes_for_each() {
        Map<String, Double> figures = figures("step", "--members", "4000", "--live", "1");
        assertThat(figures).containsKeys("step", "step.quiet", "live.p99", "members", "heap");
        assertThat(figures.get("file")).isBetween(1_000.0, (double) KEPT);
        assertThat(figures.get("file.quiet")).isBetween(1_000.0, (double) KEPT);
    }

    @Test
    void a_store_calls_its_members_and_nobody_else() {
        Map<String, Double> figures = figures("call", "--members", "400", "--runs", "1");
        assertThat(figures).containsKeys("call", "cpu", "cpu.none");
        assertThat(figures.get("call.none")).isPositive();
    }

    @Test
    void all_timers_fire() {
        Map<String, Double> figures = figures("timers", "--members", "500", "--within", "2", "--live", "5");
        assertThat(figures).containsKeys("lateness.p99", "lateness.p50", "drained");
    }

    @Test
    void a_long_trace_is_replayed_whole() {
        Map<String, Double> figures = figures("replay", "--events", "3000", "--members", "100");
        assertThat(figures.get("entries")).isPositive();
        // why: what is alive here is also what every house before has left in this JVM
        assertThat(figures.get("heap")).isPositive();
    }

    @Test
    void why_explains_events_from_files_alone() {
        Map<String, Double> figures = figures("why", "--members", "50", "--events", "2000");
        assertThat(figures).containsKeys("first", "why", "slowest");
        assertThat(figures.get("why")).isPositive();
    }

    @Test
    void both_ways_send_every_delayed_message() {
        Map<String, Double> figures = figures("naive", "--members", "200");
        assertThat(figures).containsKeys("naive.sent", "sent", "naive.bytes", "bytes");
        assertThat(figures.get("naive.sent")).isPositive();
        assertThat(figures.get("sent")).isPositive();
    }

    private static Map<String, Double> figures(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "bench";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--json";
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SamplesCommand.line(all);
        line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
        assertThat(out.toString()).as(err.toString()).startsWith("{");
        Map<String, Double> figures = new TreeMap<>();
        for (JsonNode figure : JsonMapper.shared().readTree(out.toString()).get("figures")) {
            figures.put(figure.get("name").asString(), figure.get("median").asDouble());
        }
        return figures;
    }
}
