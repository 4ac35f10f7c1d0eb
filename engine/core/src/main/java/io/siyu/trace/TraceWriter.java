package io.siyu.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A trace being written, compressed when its name ends in {@code .gz}. The file takes its name only when {@link
 * #finish()} is reached, so a broken run leaves no half trace behind.
 */
public final class TraceWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path part;
    private final OutputStream out;

    /** Opens the file and writes the header. */
    public TraceWriter(Path target, TraceHeader header) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        OutputStream file = Files.newOutputStream(part);
        // why: the JDK writes neither time nor name into the gzip header, so equal events give equal bytes
        this.out = new BufferedOutputStream(
                target.toString().endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file, BUFFER);
        write(TraceHeaders.write(header));
    }

    /** Appends one event: the UTF-8 bytes of one JSON object without a line end. */
    public void write(byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    /** Completes the file and gives it its name, replacing an older one. */
    public void finish() throws IOException {
        out.close();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Releases the file; without {@link #finish()} before, what was written is removed. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
