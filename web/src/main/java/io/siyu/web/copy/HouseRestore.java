package io.siyu.web.copy;

import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisCopy;
import io.siyu.web.copy.Manifest.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Puts an exported house into a home, a Redis and a database that are empty. */
public final class HouseRestore {
    private final HouseSettings settings;
    private final Parts parts;
    private final boolean personal;

    /**
     * Of this export to where these settings point.
     *
     * @param personal whether personal data comes back; without it the keys may be missing
     */
    public HouseRestore(HouseSettings settings, Path directory, boolean personal) {
        this.settings = settings;
        this.parts = new Parts(directory.toAbsolutePath());
        this.personal = personal;
    }

    /** What was restored, for a person. */
    public record Told(String made, long keys, long rows) {}

    /**
     * Looks through the whole export, then restores it; a server starts only on one that came to its end.
     *
     * @throws BrokenExportException when the export is not whole, or does not fit here
     */
    public Told run() throws IOException {
        Manifest manifest = Manifest.read(parts.directory());
        verify(manifest);
        requireFree(settings.home().resolve(HouseExport.ARCHIVE));
        Files.createDirectories(settings.home());
        try (StoppedHouse house = StoppedHouse.open(settings)) {
            house.redis().requireEmpty();
            house.database().requireEmpty();
            house.database().requireKnown(manifest.migrations());
            house.redis().begin();
            return restore(manifest, house);
        }
    }

    private void verify(Manifest manifest) throws IOException {
        if (!RedisCopy.FORMAT.equals(manifest.format())) {
            throw new BrokenExportException(
                    "The export keeps the house in the format (" + manifest.format() + "), this Siyu knows "
                            + RedisCopy.FORMAT + ".",
                    "Maybe a newer Siyu wrote it; restore it with that one.");
        }
        int here = settings.engine().partitions();
        if (manifest.partitions() != here) {
            throw new BrokenExportException(
                    "The export has " + manifest.partitions() + " partitions, this Siyu is set to " + here + ".",
                    "Maybe set SIYU_ENGINE_PARTITIONS=" + manifest.partitions()
                            + ", for the server too: a house keeps its number.");
        }
        for (Part part : manifest.parts()) {
            if (personal || !part.file().equals(HouseExport.PERSONAL)) {
                verify(part);
            }
        }
        if (personal && manifest.keys().getOrDefault("key", 0L) > 0) {
            verifyKey();
        }
    }

    private void verify(Part part) throws IOException {
        if (part.file().equals(HouseExport.PERSONAL) && !parts.has(part.file())) {
            throw new BrokenExportException(
                    "The export lacks the keys of personal data (" + part.file() + ").",
                    "Maybe they are kept apart; put them back, or add --without-personal-data to do without.");
        }
        parts.verify(part);
    }

    private void verifyKey() throws IOException {
        Path file = settings.home().resolve("house.key");
        try (BufferedReader keys = parts.reader(HouseExport.PERSONAL)) {
            String advice = "Maybe put the house.key of the exported house there; without it --without-personal-data"
                    + " does without.";
            if (!Files.exists(file)) {
                throw new BrokenExportException("There is no house key (" + file + ") to open personal data.", advice);
            }
            if (!RedisCopy.areOpenedBy(HouseKey.in(file), keys)) {
                throw new BrokenExportException("The house key (" + file + ") does not open personal data.", advice);
            }
        }
    }

    private Told restore(Manifest manifest, StoppedHouse house) throws IOException {
        Map<String, Long> rows;
        try (BufferedReader lines = parts.reader(HouseExport.DATABASE)) {
            rows = house.database().read(lines, manifest.migrations());
        }
        same("rows", manifest.rows(), rows);
        archive(manifest);
        Map<String, Long> keys = new HashMap<>();
        read(house.redis(), HouseExport.REDIS, keys);
        Map<String, Long> expected = new HashMap<>(manifest.keys());
        if (personal) {
            read(house.redis(), HouseExport.PERSONAL, keys);
        } else {
            RedisCopy.PERSONAL.forEach(expected::remove);
        }
        same("keys", expected, keys);
        house.redis().settle(new RedisCopy.House(manifest.partitions(), manifest.format()));
        return new Told(manifest.made(), HouseExport.sum(keys), HouseExport.sum(rows));
    }

    private void read(RedisCopy redis, String file, Map<String, Long> counts) throws IOException {
        try (BufferedReader lines = parts.reader(file)) {
            redis.read(lines, personal).keys().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        }
    }

    private static void same(String what, Map<String, Long> expected, Map<String, Long> found) {
        if (!expected.equals(found)) {
            throw new BrokenExportException(
                    "The export promises other " + what + " (" + expected + ") than it holds (" + found + ").",
                    "Maybe it was put together by hand.");
        }
    }

    private void archive(Manifest manifest) throws IOException {
        for (Part part : manifest.parts()) {
            if (part.file().startsWith(HouseExport.ARCHIVE + "/")) {
                Path to = settings.home().resolve(part.file());
                Files.createDirectories(to.getParent());
                Files.copy(parts.directory().resolve(part.file()), to);
            }
        }
    }

    private static void requireFree(Path archive) throws IOException {
        if (!Parts.isFree(archive)) {
            throw new BrokenExportException(
                    "There is an archive already (" + archive + ").",
                    "Maybe name an empty home: a restore replaces nothing.");
        }
    }
}
