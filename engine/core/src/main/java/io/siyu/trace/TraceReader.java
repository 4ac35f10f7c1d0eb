package io.siyu.trace;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A trace read line by line in constant memory; compression is recognised by content, not by name. */
public final class TraceReader implements AutoCloseable {

    /** Longest line in bytes; a longer one breaks the trace. */
    public static final int MAX_LINE = 8_000_000;

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final TraceHeader header;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int line;

    /**
     * Opens the file and reads its header.
     *
     * @param name how messages call the file
     * @throws BrokenTrace when the first line is not a header of this format
     */
    public TraceReader(Path path, String name) throws IOException {
        this.name = name;
        this.in = open(path);
        try {
            byte[] first = nextLine();
            if (first == null) {
                throw new BrokenTrace(name, 0, "The file is empty.\nMaybe the import did not finish.");
            }
            this.header = TraceHeaders.read(name, first);
        } catch (BrokenTrace | IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    public TraceHeader header() {
        return header;
    }

    /** How messages call the file. */
    public String name() {
        return name;
    }

    /**
     * The next line, skipping empty ones; empty at the end.
     *
     * @throws BrokenTrace when a line is too long or the compressed file ends in the middle
     */
    public Optional<TraceLine> next() throws IOException {
        byte[] json = nextLine();
        while (json != null && json.length == 0) {
            json = nextLine();
        }
        return json == null ? Optional.empty() : Optional.of(new TraceLine(line, json));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte @Nullable [] nextLine() throws IOException {
        byte[] carried = new byte[0];
        while (start < end || fill()) {
            int stop = indexOfLineEnd();
            carried = join(carried, stop);
            start = Math.min(stop + 1, end);
            if (stop < end) {
                line++;
                return carried;
            }
        }
        if (carried.length == 0) {
            return null;
        }
        line++;
        return carried;
    }

    private int indexOfLineEnd() {
        int at = start;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private byte[] join(byte[] carried, int stop) {
        if (carried.length == 0) {
            return Arrays.copyOfRange(buffer, start, stop);
        }
        if (carried.length + stop - start > MAX_LINE) {
            throw new BrokenTrace(
                    name, line + 1, "The line is longer than " + MAX_LINE + " bytes.\nMaybe a line end is missing.");
        }
        byte[] joined = Arrays.copyOf(carried, carried.length + stop - start);
        System.arraycopy(buffer, start, joined, carried.length, stop - start);
        return joined;
    }

    private boolean fill() throws IOException {
        try {
            start = 0;
            end = Math.max(0, in.read(buffer, 0, BUFFER));
            return end > 0;
        } catch (EOFException | ZipException truncated) {
            throw new BrokenTrace(
                    name, line + 1, "The compressed file is damaged here.\nMaybe copying it was interrupted.");
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return zipped ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException unreadable) {
            raw.close();
            throw unreadable;
        }
    }
}
