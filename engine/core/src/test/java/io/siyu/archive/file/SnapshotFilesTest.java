package io.siyu.archive.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.archive.Snapshots.Taken;
import io.siyu.partition.StoreDownException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
    private static final Instant AT = Instant.parse("2026-11-04T02:00:00.000001Z");

    @TempDir
    private Path directory;

    private static Taken taken(long position) {
        return new Taken(7, position, AT.plusSeconds(position));
    }

    private static List<byte[]> states(String... states) {
        return Arrays.stream(states)
                .map(state -> state.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> read(SnapshotFiles files, Taken taken) {
        List<String> read = new ArrayList<>();
        files.read(taken, state -> read.add(new String(state, StandardCharsets.UTF_8)));
        return read;
    }

    @Test
    void gives_back_the_very_bytes_and_keeps_the_newest() {
        SnapshotFiles files = new SnapshotFiles(directory, 2);
        assertThat(files.of(7)).isEmpty();
        for (long position : List.of(10, 20, 30)) {
            files.put(
                    taken(position),
                    states("{\"partition\":7}", "{\"小\":" + position + "}").iterator());
        }
        assertThat(files.of(7)).containsExactly(taken(30), taken(20));
        assertThat(new SnapshotFiles(directory, 2).of(7)).containsExactly(taken(30), taken(20));
        assertThat(read(files, taken(20))).containsExactly("{\"partition\":7}", "{\"小\":20}");
        assertThat(directory.resolve("p07/snapshot-000000000030.jsonl.gz")).isRegularFile();
        assertThat(directory.resolve("p07/snapshot-000000000010.jsonl.gz")).doesNotExist();
        assertThat(new FileArchive(directory).end(7)).isZero();
    }

    @Test
    void tells_a_file_that_is_cut_off() throws IOException {
        SnapshotFiles files = new SnapshotFiles(directory, 2);
        files.put(taken(10), states("{\"partition\":7}", "{\"a\":1}").iterator());
        Path file = directory.resolve("p07/snapshot-000000000010.jsonl.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> read(files, taken(10)))
                .isInstanceOf(StoreDownException.class)
                .hasMessageContaining("A snapshot cannot be read")
                .hasMessageContaining("\nMaybe a file is damaged");
    }

    @Test
    void a_snapshot_whose_states_end_in_a_fault_is_none() {
        SnapshotFiles files = new SnapshotFiles(directory, 2);
        var broken = new Iterator<byte[]>() {
            @Override
            public boolean hasNext() {
                throw new StoreDownException("gone");
            }

            @Override
            public byte[] next() {
                throw new StoreDownException("gone");
            }
        };
        assertThatThrownBy(() -> files.put(taken(10), broken)).hasMessage("gone");
        assertThat(new SnapshotFiles(directory, 2).of(7)).isEmpty();
    }
}
