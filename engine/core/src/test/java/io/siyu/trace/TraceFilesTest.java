package io.siyu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFilesTest {

    private static final TraceHeader HEADER = TraceHeader.inputs(ZoneId.of("Asia/Shanghai"), 64);

    @TempDir
    private Path folder;

    @Test
    void writes_a_header_and_one_line_an_event() throws IOException {
        Path trace = write("a.jsonl", "{\"id\":\"1\"}", "{\"id\":\"优惠\"}");

        assertThat(trace).hasContent("""
                        {"format":"siyu-trace/1","mode":"inputs","zone":"Asia/Shanghai","partitions":64}
                        {"id":"1"}
                        {"id":"优惠"}
                        """);
    }

    @Test
    void reads_what_was_written_with_line_numbers() throws IOException {
        for (String name : List.of("a.jsonl", "a.jsonl.gz")) {
            Path trace = write(name, "{\"id\":\"1\"}", "{\"id\":\"2\"}");
            assertThat(read(trace)).containsExactly("2 {\"id\":\"1\"}", "3 {\"id\":\"2\"}");
        }
    }

    @Test
    void keeps_edition_and_engine_of_a_recorded_trace() throws IOException {
        TraceHeader recorded = new TraceHeader(TraceHeader.Mode.RECORDED, ZoneId.of("UTC"), 8, "0123456789ab", "0.1.0");
        Path trace = folder.resolve("r.jsonl");
        try (TraceWriter writer = new TraceWriter(trace, recorded)) {
            writer.finish();
        }
        try (TraceReader reader = new TraceReader(trace, "r.jsonl")) {
            assertThat(reader.header()).isEqualTo(recorded);
        }
    }

    @Test
    void compresses_equal_events_to_equal_bytes() throws IOException {
        Path one = write("one.jsonl.gz", "{\"id\":\"1\"}");
        Path other = write("other.jsonl.gz", "{\"id\":\"1\"}");

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void leaves_nothing_behind_when_it_is_not_finished() throws IOException {
        try (TraceWriter writer = new TraceWriter(folder.resolve("half.jsonl"), HEADER)) {
            writer.write(new byte[] {'{', '}'});
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reads_lines_longer_than_its_buffer_and_a_last_line_without_end() throws IOException {
        String big = "{\"x\":\"" + "y".repeat(200_000) + "\"}";
        Path trace = write("a.jsonl", big);
        Files.writeString(trace, Files.readString(trace) + "\n" + "{\"last\":1}");

        assertThat(read(trace)).containsExactly("2 " + big, "4 {\"last\":1}");
    }

    @Test
    void says_where_a_truncated_file_breaks() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add("{\"id\":\"" + i * 7919L % 10_007 + "\"}");
        }
        Path trace = write("a.jsonl.gz", lines.toArray(String[]::new));
        byte[] whole = Files.readAllBytes(trace);
        Files.write(trace, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(trace))
                .isInstanceOf(BrokenTrace.class)
                .hasMessageMatching("(?s)a.jsonl.gz:\\d+: The compressed file is damaged here.\nMaybe .*");
    }

    @Test
    void refuses_what_is_no_trace() throws IOException {
        assertThat(refusal("")).contains("is empty");
        assertThat(refusal("hello\n")).startsWith("x.jsonl:1: ").contains("not a JSON header");
        assertThat(refusal("{\"format\":\"siyu-trace/9\"}\n")).contains("siyu-trace/1");
        assertThat(refusal(header("\"mode\":\"input\",\"zone\":\"UTC\",\"partitions\":64")))
                .contains("mode (input)");
        assertThat(refusal(header("\"mode\":\"inputs\",\"zone\":\"Mars\",\"partitions\":64")))
                .contains("(Mars)");
        assertThat(refusal(header("\"mode\":\"inputs\",\"zone\":\"UTC\",\"partitions\":0")))
                .contains("1 to 1024");
    }

    @Test
    void refuses_a_line_without_end() throws IOException {
        Path trace = write("a.jsonl", "{\"x\":\"" + "y".repeat(TraceReader.MAX_LINE) + "\"}");

        assertThatThrownBy(() -> read(trace)).isInstanceOf(BrokenTrace.class).hasMessageContaining("a.jsonl:2: ");
    }

    private static String header(String rest) {
        return "{\"format\":\"siyu-trace/1\"," + rest + "}\n";
    }

    private String refusal(String content) throws IOException {
        Path trace = Files.writeString(folder.resolve("x.jsonl"), content);
        try (TraceReader reader = new TraceReader(trace, "x.jsonl")) {
            return "accepted " + reader.header();
        } catch (BrokenTrace refused) {
            return refused.diagnostic().toString();
        }
    }

    private Path write(String name, String... events) throws IOException {
        Path trace = folder.resolve(name);
        try (TraceWriter writer = new TraceWriter(trace, HEADER)) {
            for (String event : events) {
                writer.write(event.getBytes(StandardCharsets.UTF_8));
            }
            writer.finish();
        }
        return trace;
    }

    private static List<String> read(Path trace) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TraceReader reader = new TraceReader(trace, String.valueOf(trace.getFileName()))) {
            for (Optional<TraceLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get().number() + " " + new String(line.get().json(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
