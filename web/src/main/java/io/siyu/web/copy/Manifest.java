package io.siyu.web.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an export holds, in {@code manifest.json}, which is written last.
 *
 * @param export number of this layout
 * @param siyu version that wrote it
 * @param made when
 * @param partitions of the house
 * @param format in which Redis keeps the house
 * @param migrations that made the tables of the database
 * @param keys how many keys of Redis there are, by kind
 * @param rows how many rows, by table
 * @param parts every file
 */
record Manifest(
        int export,
        String siyu,
        String made,
        int partitions,
        String format,
        List<String> migrations,
        Map<String, Long> keys,
        Map<String, Long> rows,
        List<Part> parts) {
    static final int EXPORT = 1;

    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Manifest {
        migrations = List.copyOf(migrations);
        keys = Map.copyOf(keys);
        rows = Map.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /** One file, by its path inside the export. */
    record Part(String file, long bytes, String sha256) {}

    /** Writes it into this directory. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    /** The manifest in this directory. */
    static Manifest read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BrokenExportException(
                    "The directory (" + directory + ") has no " + FILE + ".",
                    "Maybe it is no export, or one that was broken off.");
        }
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            int export = tree.path("export").asInt(0);
            if (export > EXPORT) {
                throw new BrokenExportException(
                        "The export has the layout (" + export + "), this Siyu knows " + EXPORT + ".",
                        "Maybe a newer Siyu wrote it; restore it with that one.");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new BrokenExportException(
                    "The file (" + file + ") cannot be read as a manifest.", "Maybe it was changed by hand.");
        }
    }
}
