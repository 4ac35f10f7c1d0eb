package io.siyu.archive.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.event.EntryKind;
import io.siyu.partition.StoreDownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArchiveTest {
    @TempDir
    private Path directory;

    private Archive archive;

    @BeforeEach
    void open() {
        archive = new FileArchive(directory);
    }

    private static PastEntry entry(long position, String text) {
        String event = "{\"id\":\"e" + position + "\",\"data\":{\"note\":\",\\\"event\\\":{ " + text + "\"}}";
        String decision = "{\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"谢谢 " + position + "\"}";
        return new PastEntry(
                position,
                Instant.ofEpochSecond(position, 123_456_000),
                EntryKind.EVENT,
                event,
                position % 7 == 0 ? "IllegalStateException: \"event\":" : "",
                position % 3 == 0 ? List.of() : List.of(decision, decision));
    }

    private static List<PastEntry> entries(long first, long last, String text) {
        return LongStream.rangeClosed(first, last).mapToObj(p -> entry(p, text)).toList();
    }

    private static List<PastEntry> all(Archive archive) {
        List<PastEntry> all = new ArrayList<>();
        List<PastEntry> block = archive.around(7, 1);
        while (!block.isEmpty()) {
            all.addAll(block);
            block = archive.around(7, block.get(block.size() - 1).position() + 1);
        }
        return all;
    }

    @Test
    void finds_entries_by_a_text_in_their_lines_in_order_and_whole() {
        archive.put(7, 0, entries(1, 100, "x".repeat(2_000)));
        archive.put(7, 100, entries(101, 130, "买家 y"));
        List<PastEntry> found = new ArrayList<>();

        archive.each(7, List.of("谢谢 2\"", "买家 y", "\"id\":\"e77\""), found::add);

        assertThat(found)
                .extracting(PastEntry::position)
                .startsWith(2L, 77L, 101L)
                .endsWith(130L)
                .hasSize(32);
        assertThat(found.get(0)).isEqualTo(entry(2, "x".repeat(2_000)));
        assertThat(found.get(1).decisions()).as("none of them is marked").isEmpty();
        assertThat(found.get(2).event()).isEqualTo(entry(101, "买家 y").event());
        found.clear();
        archive.each(7, List.of("nobody"), found::add);
        archive.each(8, List.of("x"), found::add);
        assertThat(found).isEmpty();
    }

    @Test
    void gives_back_what_was_put_block_by_block() {
        String long_ = "x".repeat(2_000);
        archive.put(7, 0, entries(1, 100, long_));
        archive.put(7, 100, entries(101, 130, "y"));

        assertThat(archive.around(7, 1)).hasSizeBetween(20, 60);
        assertThat(all(archive))
                .isEqualTo(Stream.concat(entries(1, 100, long_).stream(), entries(101, 130, "y").stream())
                        .toList());
        assertThat(all(new FileArchive(directory))).hasSize(130);
        assertThat(archive.around(7, 55)).contains(entry(55, long_));
        assertThat(archive.around(7, 131)).isEmpty();
        assertThat(archive.around(6, 1)).isEmpty();
        assertThat(archive.end(7)).isEqualTo(130);
    }

    @Test
    void what_is_put_stands_for_all_that_lay_behind_and_nothing_is_deleted() throws IOException {
        archive.put(7, 0, entries(1, 10, "a"));
        archive.put(7, 10, entries(11, 20, "never recorded"));
        archive.put(7, 20, entries(21, 30, "never recorded"));

        archive.put(7, 10, entries(11, 15, "b"));
        archive.put(7, 15, entries(16, 20, "b"));

        assertThat(all(archive)).hasSize(20).noneMatch(e -> e.event().contains("never recorded"));
        assertThat(all(new FileArchive(directory))).isEqualTo(all(archive));
        assertThat(names()).filteredOn(name -> name.endsWith(".aside")).hasSize(2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("p07"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_start_sweeps_what_was_never_finished_and_sets_a_torn_segment_aside() throws IOException {
        archive.put(7, 0, entries(1, 10, "a"));
        archive.put(7, 10, entries(11, 20, "a"));
        Path last = directory.resolve("p07/000000000011-000000000020.jsonl.gz");
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        Files.writeString(directory.resolve("p07/000000000021-000000000030.jsonl.gz.new"), "torn");

        Archive again = new FileArchive(directory);

        assertThat(again.whole(7, 20)).isEqualTo(10);
        assertThat(names())
                .containsExactly("000000000001-000000000010.jsonl.gz", "000000000011-000000000020.jsonl.gz.aside");
        again.put(7, 10, entries(11, 20, "a"));
        assertThat(again.whole(7, 20)).isEqualTo(20);
        assertThat(again.whole(7, 15)).isEqualTo(15);
    }

    @Test
    void a_segment_in_the_middle_that_is_gone_is_noticed_and_the_next_is_still_read() throws IOException {
        archive.put(7, 0, entries(1, 10, "a"));
        archive.put(7, 10, entries(11, 20, "a"));
        archive.put(7, 20, entries(21, 30, "a"));
        Files.delete(directory.resolve("p07/000000000011-000000000020.jsonl.gz"));

        Archive again = new FileArchive(directory);

        assertThat(again.whole(7, 30)).isEqualTo(10);
        assertThat(again.around(7, 11)).extracting(PastEntry::position).startsWith(21L);
    }

    @Test
    void says_why_it_cannot_be_written() throws IOException {
        Path file = Files.writeString(directory.resolve("p07"), "no directory");

        assertThatThrownBy(() -> archive.put(7, 0, entries(1, 2, "a")))
                .isInstanceOf(StoreDownException.class)
                .hasMessageStartingWith("The archive cannot be written (")
                .hasMessageContaining("Maybe its disk is full")
                .hasMessageNotContaining(directory.toString());
        Files.delete(file);
        archive.put(7, 0, entries(1, 2, "a"));
        assertThat(archive.end(7)).isEqualTo(2);
    }

    @Test
    void is_shown_whole_by_any_gzip() throws IOException {
        archive.put(7, 0, entries(1, 3, "a"));
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                new java.util.zip.GZIPInputStream(
                        Files.newInputStream(directory.resolve("p07/000000000001-000000000003.jsonl.gz"))),
                java.nio.charset.StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            assertThat(all).hasSize(1 + 3 + 4);
            assertThat(all.get(0)).startsWith("{\"segment\":1,\"partition\":7,\"first\":1,\"last\":3,\"from\":");
            assertThat(all.get(1)).startsWith("{\"position\":1,\"kind\":\"event\",\"at\":");
            assertThat(all.get(2)).startsWith("{\"decision\":{\"at\"");
        }
    }
}
