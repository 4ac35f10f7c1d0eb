package io.siyu.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.samples.SamplesCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_name_the_benchmarks_are_listed() {
        assertThat(siyu("bench")).isZero();
        assertThat(out.toString())
                .contains(
                        "backtest",
                        "chaos",
                        "decide",
                        "ingest",
                        "latency",
                        "naive",
                        "publish",
                        "replay",
                        "step",
                        "test",
                        "timers",
                        "why");
    }

    @Test
    void decide_runs_at_a_tiny_size_and_counts_the_mix() {
        siyu("bench", "decide", "--members", "100", "--events", "500", "--rules", "100", "--runs", "1");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains(
                        "30.0 % of events propose, 10.0 % are held", "10.0 % of events render", "rate.100", "verdict:")
                .contains("of which 30.0 % fired");
    }

    @Test
    void backtest_runs_at_a_tiny_size() {
        siyu("bench", "backtest", "--members", "20000");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("20,000 members, 100,000 events", "cold", "slowest", "verdict:");
    }

    @Test
    void decide_compares_explain_present_and_absent() {
        String[] tiny = {"--members", "100", "--events", "500", "--rules", "100", "--explain", "100", "--runs", "2"};
        siyu(Stream.concat(Stream.of("bench", "decide"), Stream.of(tiny)).toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains(
                        "2 pairs of runs, alternating",
                        "explain.ratio",
                        "explain.lowest",
                        "explain.highest",
                        "explain.telling")
                .doesNotContain(" 0 rules were explained");
    }

    @Test
    void publish_runs_at_a_tiny_size() {
        siyu("bench", "publish", "--campaigns", "5", "--files", "3", "--runs", "1");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("5 campaigns and 3 rule files, 18 rules", "cold", "changed", "verdict:");
    }

    @Test
    void test_runs_at_a_tiny_size() {
        siyu("bench", "test", "--files", "2", "--each", "3", "--runs", "1");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("12 scenarios beside 2 campaigns and 2 rule files", "cold", "rate");
    }

    @Test
    void no_runs_are_refused() {
        assertThat(siyu("bench", "decide", "--runs", "0")).isNotZero();
        assertThat(err.toString()).contains("Maybe --runs 1");
    }

    private int siyu(String... args) {
        CommandLine line = SamplesCommand.line(args);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
