package io.siyu.archive.file;

import io.siyu.archive.Snapshots;
import io.siyu.partition.StoreDownException;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Snapshots beside the segments of an archive: {@code p07/snapshot-000000012345.jsonl.gz} holds a line that tells what it
 * is, the partition's own state, a line for each subject's, and a last line with their number. Of each partition the newest
 * few stay; older ones can be made again from the segments.
 */
public final class SnapshotFiles implements Snapshots {
    private static final Pattern NAME = Pattern.compile("snapshot-(\\d{12})\\.jsonl\\.gz");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final IntUnaryOperator keep;
    private final Map<Integer, List<Taken>> known = new ConcurrentHashMap<>();

    /** In an archive's directory; {@code keep} of each partition stay. */
    public SnapshotFiles(Path directory, int keep) {
        this(directory, partition -> keep);
    }

    /** The same, so many of each partition as this says. */
    public SnapshotFiles(Path directory, IntUnaryOperator keep) {
        this.directory = directory;
        this.keep = keep;
    }

    private Path directory(int partition) {
        return WholeFile.directory(directory, partition);
    }

    private Path file(Taken taken) {
        return directory(taken.partition())
                .resolve(String.format(Locale.ROOT, "snapshot-%012d.jsonl.gz", taken.position()));
    }

    @Override
    public void put(Taken taken, Iterator<byte[]> states) {
        Path file = file(taken);
        try {
            Files.createDirectories(file.getParent());
            write(WholeFile.unfinished(file), taken, states);
            WholeFile.name(file);
            known.remove(taken.partition());
            for (Taken old : of(taken.partition()).stream()
                    .skip(keep.applyAsInt(taken.partition()))
                    .toList()) {
                Files.deleteIfExists(file(old));
            }
            known.remove(taken.partition());
        } catch (IOException e) {
            throw new StoreDownException(
                    "A snapshot cannot be written; deciding goes on, and the next is tried in time.\nMaybe the disk of the"
                            + " archive is full, or Siyu may not write there.",
                    e);
        }
    }

    private static void write(Path file, Taken taken, Iterator<byte[]> states) throws IOException {
        try (FileOutputStream to = new FileOutputStream(file.toFile())) {
            GZIPOutputStream packed = new GZIPOutputStream(to, BUFFER);
            line(packed, head(taken));
            long count = 0;
            for (; states.hasNext(); count++) {
                line(packed, states.next());
            }
            line(packed, ("{\"states\":" + count + "}").getBytes(StandardCharsets.UTF_8));
            packed.finish();
            to.getFD().sync();
        }
    }

    private static byte[] head(Taken taken) {
        String head = JSON.writeValueAsString(JSON.createObjectNode()
                .put("snapshot", 1)
                .put("partition", taken.partition())
                .put("position", taken.position())
                .put("at", taken.at().toString()));
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private static void line(OutputStream to, byte[] bytes) throws IOException {
        to.write(bytes);
        to.write('\n');
    }

    @Override
    public List<Taken> of(int partition) {
        return known.computeIfAbsent(partition, this::list);
    }

    private List<Taken> list(int partition) {
        if (!Files.isDirectory(directory(partition))) {
            return List.of();
        }
        List<Taken> taken = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory(partition))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    taken.add(new Taken(partition, Long.parseLong(name.group(1)), at(file)));
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        taken.sort(Comparator.comparingLong(Taken::position).reversed());
        return List.copyOf(taken);
    }

    private static Instant at(Path file) throws IOException {
        try (BufferedReader lines = reader(file)) {
            return Instant.parse(
                    JSON.readTree(String.valueOf(lines.readLine())).path("at").asString());
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8),
                BUFFER);
    }

    @Override
    public void read(Taken taken, Consumer<byte[]> state) {
        try (BufferedReader lines = reader(file(taken))) {
            lines.readLine();
            long count = 0;
            String line = lines.readLine();
            for (String next = lines.readLine(); line != null && next != null; next = lines.readLine()) {
                state.accept(line.getBytes(StandardCharsets.UTF_8));
                line = next;
                count++;
            }
            JsonNode end = line == null ? JSON.createObjectNode() : JSON.readTree(line);
            if (end.path("states").asLong(-1) != count) {
                throw new IOException("it ends before its last line");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static StoreDownException unreadable(IOException e) {
        return new StoreDownException(
                "A snapshot cannot be read: " + e.getMessage()
                        + "\nMaybe a file is damaged; put back the copy you kept, or remove it and begin with an older one.",
                e);
    }
}
