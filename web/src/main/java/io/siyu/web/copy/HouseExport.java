package io.siyu.web.copy;

import io.siyu.partition.redis.RedisCopy;
import io.siyu.partition.redis.RedisCopy.Counts;
import io.siyu.web.copy.Manifest.Part;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a whole house that no server runs into a directory. */
public final class HouseExport {
    static final String REDIS = "redis.jsonl.gz";
    static final String PERSONAL = "keys.jsonl.gz";
    static final String DATABASE = "database.jsonl.gz";
    static final String ARCHIVE = "archive";

    private final HouseSettings settings;
    private final Parts parts;
    private final String version;
    private final Clock clock;

    /** Of the house in these settings into a directory that is empty or does not exist yet. */
    public HouseExport(HouseSettings settings, Path directory, String version, Clock clock) {
        this.settings = settings;
        this.parts = new Parts(directory.toAbsolutePath());
        this.version = version;
        this.clock = clock;
    }

    /** What was exported, for a person. */
    public record Told(long keys, long rows, long archived, int partitions) {}

    /**
     * Exports.
     *
     * @throws io.siyu.partition.redis.UnusableRedisException when a server runs, or no house is there
     * @throws io.siyu.house.jdbc.UnusableDatabaseException when a server holds the database
     */
    public Told run() throws IOException {
        requireHouse(settings);
        requireFree(parts.directory());
        try (StoppedHouse house = StoppedHouse.open(settings)) {
            house.redis().hold();
            create(parts.directory());
            return write(house);
        }
    }

    /** why: looking for a house makes none. */
    static void requireHouse(HouseSettings settings) {
        if (settings.server().database().isBlank()
                && !Files.exists(settings.home().resolve("house.mv.db"))) {
            throw new BrokenExportException(
                    "There is no house in (" + settings.home() + ").", "Maybe --home or SIYU_HOME names another.");
        }
    }

    private Told write(StoppedHouse house) throws IOException {
        List<Part> written = new ArrayList<>();
        Map<String, Long> rows = new HashMap<>();
        written.add(parts.lines(DATABASE, to -> rows.putAll(house.database().write(to))));
        List<Part> archived = archive();
        written.addAll(archived);
        Map<String, Long> keys = new HashMap<>();
        written.add(parts.lines(
                REDIS,
                most -> written.add(
                        parts.lines(PERSONAL, personal -> keys.putAll(write(house.redis(), most, personal))))));
        RedisCopy.House settled = house.redis().house();
        new Manifest(
                        Manifest.EXPORT,
                        version,
                        clock.instant().toString(),
                        settled.partitions(),
                        settled.format(),
                        house.database().migrations(),
                        keys,
                        rows,
                        written)
                .write(parts.directory());
        return new Told(sum(keys), sum(rows), archived.size(), settled.partitions());
    }

    private static Map<String, Long> write(RedisCopy redis, Writer most, Writer personal) {
        Counts counts = redis.write(most, personal);
        return counts.keys();
    }

    /** All that was counted. */
    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<Part> archive() throws IOException {
        List<Part> archived = new ArrayList<>();
        for (Path file : archived(settings.home().resolve(ARCHIVE))) {
            // why: with slashes on every system.
            String name = settings.home().relativize(file).toString().replace(File.separatorChar, '/');
            archived.add(parts.bytes(name, to -> Files.copy(file, to)));
        }
        return archived;
    }

    // why: what was set aside or never got its name is of no use to a house that goes on elsewhere.
    private static List<Path> archived(Path archive) throws IOException {
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(archive, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    private static void requireFree(Path directory) throws IOException {
        if (!Parts.isFree(directory)) {
            throw new BrokenExportException(
                    "The directory (" + directory + ") is not empty.", "Maybe name a new one for each export.");
        }
    }

    /** why: an export holds what opens personal data. */
    private static void create(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        if (!Files.exists(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, ownerOnly);
        }
    }
}
