package io.siyu.archive.file;

import io.siyu.archive.HighMarks;
import io.siyu.archive.HighMarks.Mark;
import io.siyu.archive.HighWater;
import io.siyu.partition.StoreDownException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** High water in one small JSON file, replaced as a whole. */
public final class HighWaterFile implements HighWater {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    /** In this file, which is made with the first mark. */
    public HighWaterFile(Path file) {
        this.file = file;
    }

    @Override
    public HighMarks read() {
        if (!Files.exists(file)) {
            return HighMarks.NONE;
        }
        try {
            return marks(JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw unusable("read", e);
        }
    }

    private static HighMarks marks(JsonNode tree) {
        Map<Integer, Mark> reached = new TreeMap<>();
        tree.path("reached")
                .forEachEntry((partition, mark) -> reached.put(
                        Integer.parseInt(partition),
                        new Mark(
                                mark.path("position").asLong(),
                                Instant.parse(mark.path("at").asString()))));
        Map<Integer, Long> lost = new TreeMap<>();
        tree.path("lost").forEachEntry((partition, count) -> lost.put(Integer.parseInt(partition), count.asLong()));
        return new HighMarks(
                reached,
                lost,
                tree.has("noticed") ? Instant.parse(tree.path("noticed").asString()) : null);
    }

    private static String text(HighMarks marks) {
        ObjectNode tree = JSON.createObjectNode();
        ObjectNode reached = tree.putObject("reached");
        new TreeMap<>(marks.reached())
                .forEach((partition, mark) -> reached.putObject(partition.toString())
                        .put("position", mark.position())
                        .put("at", mark.at().toString()));
        ObjectNode lost = tree.putObject("lost");
        new TreeMap<>(marks.lost()).forEach((partition, count) -> lost.put(partition.toString(), count));
        if (marks.noticed() != null) {
            tree.put("noticed", marks.noticed().toString());
        }
        return JSON.writeValueAsString(tree) + "\n";
    }

    @Override
    public void write(HighMarks marks) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, text(marks).getBytes(StandardCharsets.UTF_8));
            WholeFile.name(file);
        } catch (IOException e) {
            throw unusable("written", e);
        }
    }

    private StoreDownException unusable(String what, Exception e) {
        return new StoreDownException(
                "The file (" + file.getFileName() + ") that tells how far the house came cannot be " + what
                        + ".\nMaybe its disk is full, or it was changed by hand.",
                e);
    }
}
