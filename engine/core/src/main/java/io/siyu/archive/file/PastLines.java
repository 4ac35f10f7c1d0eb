package io.siyu.archive.file;

import io.siyu.archive.PastEntry;
import io.siyu.event.EntryKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries as JSON lines: one for the entry, whose event comes last and as it was stored, then one for each decision. */
final class PastLines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper HEADS = JsonMapper.shared();
    /** Every byte a character of its own: nothing is decoded. */
    static final Charset AS_BYTES = StandardCharsets.ISO_8859_1;

    private static final String EVENT = ",\"event\":";
    private static final String DECISION = "{\"decision\":";

    private PastLines() {}

    static String text(PastEntry entry) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("position", entry.position());
            json.writeStringProperty("kind", entry.kind().word());
            json.writeStringProperty("at", entry.at().toString());
            if (!entry.dead().isEmpty()) {
                json.writeStringProperty("dead", entry.dead());
            }
            json.writeName("event");
            json.writeRawValue(entry.event());
            json.writeEndObject();
        }
        text.append('\n');
        entry.decisions().forEach(line -> text.append(DECISION).append(line).append("}\n"));
        return text.toString();
    }

    static List<PastEntry> read(BufferedReader lines) throws IOException {
        List<PastEntry> entries = new ArrayList<>();
        List<String> decisions = new ArrayList<>();
        String entry = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DECISION)) {
                decisions.add(line.substring(DECISION.length(), line.length() - 1));
            } else {
                if (entry != null) {
                    entries.add(entry(entry, decisions));
                }
                entry = line;
                decisions = new ArrayList<>();
            }
        }
        if (entry != null) {
            entries.add(entry(entry, decisions));
        }
        return entries;
    }

    /**
     * The entries of which a line holds one of the texts; the lines of others are neither decoded nor parsed.
     *
     * @param lines read by {@link #AS_BYTES}
     */
    static List<PastEntry> marked(BufferedReader lines, List<String> marks) throws IOException {
        String[] wanted = marks.stream()
                .map(mark -> new String(mark.getBytes(StandardCharsets.UTF_8), AS_BYTES))
                .toArray(String[]::new);
        List<PastEntry> found = new ArrayList<>();
        List<String> entry = new ArrayList<>();
        boolean marked = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DECISION)) {
                if (isMarked(line, wanted)) {
                    entry.add(line);
                    marked = true;
                }
            } else {
                take(entry, marked, found);
                marked = isMarked(line, wanted);
                entry.add(line);
            }
        }
        take(entry, marked, found);
        return found;
    }

    private static boolean isMarked(String line, String[] marks) {
        for (String mark : marks) {
            if (line.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    private static void take(List<String> lines, boolean marked, List<PastEntry> found) throws IOException {
        if (marked) {
            List<String> decoded = lines.stream()
                    .map(line -> new String(line.getBytes(AS_BYTES), StandardCharsets.UTF_8))
                    .toList();
            List<String> decisions = decoded.stream()
                    .skip(1)
                    .map(line -> line.substring(DECISION.length(), line.length() - 1))
                    .toList();
            found.add(entry(decoded.get(0), decisions));
        }
        lines.clear();
    }

    private static PastEntry entry(String line, List<String> decisions) throws IOException {
        // why: inside a JSON text a quote is always escaped, so this finds the key and nothing else.
        int end = line.indexOf(EVENT);
        if (end < 0) {
            throw new IOException("A line is no entry.");
        }
        try {
            JsonNode head = HEADS.readTree(line.substring(0, end) + "}");
            EntryKind kind = EntryKind.of(head.path("kind").asString("")).orElseThrow();
            String event = line.substring(end + EVENT.length(), line.length() - 1);
            String dead = head.path("dead").asString("");
            Instant at = Instant.parse(head.path("at").asString(""));
            return new PastEntry(head.path("position").asLong(0), at, kind, event, dead, decisions);
        } catch (RuntimeException broken) { // why: whatever is not a line of ours is a damaged file
            throw new IOException("A line is damaged.", broken);
        }
    }
}
