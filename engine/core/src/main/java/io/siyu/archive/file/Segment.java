package io.siyu.archive.file;

import io.siyu.archive.PastEntry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of consecutive entries: gzip members one behind the other, so that {@code zcat} shows it whole. The first is one
 * line that tells where each of the others begins, counted from the file's end; each of those is a block of entries.
 *
 * @param first position of its first entry
 * @param last position of its last entry
 */
record Segment(Path file, long first, long last) {
    static final String ENDING = ".jsonl.gz";
    private static final Pattern NAME = Pattern.compile("(\\d{12})-(\\d{12})\\.jsonl\\.gz");
    private static final int BLOCK = 64_000;
    private static final int BUFFER = 1 << 16;
    private static final int HEAD_MOST = 1_000_000;

    /** Where one block begins. */
    record Block(long first, long fromEnd) {}

    /** The segment of this name, or null if the file is none. */
    static @org.jspecify.annotations.Nullable Segment of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? new Segment(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))) : null;
    }

    static String name(long first, long last) {
        return String.format(Locale.ROOT, "%012d-%012d%s", first, last, ENDING);
    }

    /** The bytes of a segment of these entries. */
    static byte[] bytes(int partition, List<PastEntry> entries) throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        List<long[]> begins = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        long first = entries.get(0).position();
        for (PastEntry entry : entries) {
            if (block.length() > BLOCK) {
                begins.add(new long[] {first, blocks.size()});
                blocks.write(member(block.toString()));
                block.setLength(0);
                first = entry.position();
            }
            block.append(PastLines.text(entry));
        }
        begins.add(new long[] {first, blocks.size()});
        blocks.write(member(block.toString()));
        ByteArrayOutputStream all = new ByteArrayOutputStream(blocks.size() + 1_000);
        all.write(member(head(partition, entries, begins, blocks.size()) + "\n"));
        blocks.writeTo(all);
        return all.toByteArray();
    }

    private static String head(int partition, List<PastEntry> entries, List<long[]> begins, int size) {
        PastEntry last = entries.get(entries.size() - 1);
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("segment", 1).put("partition", partition);
        head.put("first", entries.get(0).position()).put("last", last.position());
        head.put("from", entries.get(0).at().toString()).put("to", last.at().toString());
        ArrayNode blocks = head.putArray("blocks");
        begins.forEach(begin -> blocks.addArray().add(begin[0]).add(size - begin[1]));
        return head.toString();
    }

    private static byte[] member(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    List<Block> blocks() throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] begin = new byte[(int) Math.min(HEAD_MOST, open.length())];
            open.readFully(begin);
            JsonNode head = JsonMapper.shared().readTree(lines(begin).readLine());
            List<Block> blocks = new ArrayList<>();
            head.path("blocks")
                    .forEach(b ->
                            blocks.add(new Block(b.path(0).asLong(), b.path(1).asLong())));
            if (head.path("segment").asInt(0) != 1 || blocks.isEmpty()) {
                throw new IOException("The file is no segment of a version known here.");
            }
            return blocks;
        } catch (RuntimeException damaged) { // why: whatever its first line is, it is not one of ours
            throw new IOException("The first line is damaged.", damaged);
        }
    }

    /** The entries of the block that holds this position. */
    List<PastEntry> around(List<Block> blocks, long position) throws IOException {
        int chosen = 0;
        while (chosen + 1 < blocks.size() && blocks.get(chosen + 1).first() <= position) {
            chosen++;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long end = chosen + 1 < blocks.size() ? blocks.get(chosen + 1).fromEnd() : 0;
            byte[] block = new byte[(int) (blocks.get(chosen).fromEnd() - end)];
            open.seek(open.length() - blocks.get(chosen).fromEnd());
            open.readFully(block);
            return PastLines.read(lines(block));
        }
    }

    /** The entries of which a line holds one of the texts, in order. */
    List<PastEntry> marked(List<String> marks) throws IOException {
        InputStream text = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)), BUFFER);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(text, PastLines.AS_BYTES), BUFFER)) {
            lines.readLine();
            return PastLines.marked(lines, marks);
        }
    }

    private static BufferedReader lines(byte[] members) throws IOException {
        InputStream text = new GZIPInputStream(new ByteArrayInputStream(members));
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    /** Whether all of it can be read. */
    boolean isWhole() {
        try {
            List<Block> blocks = blocks();
            long next = first;
            for (Block block : blocks) {
                for (PastEntry entry : around(blocks, block.first())) {
                    if (entry.position() != next++) {
                        return false;
                    }
                }
            }
            return next == last + 1;
        } catch (IOException damaged) {
            return false;
        }
    }
}
