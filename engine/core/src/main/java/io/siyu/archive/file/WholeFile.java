package io.siyu.archive.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Files that get their name when all of them is on disk, so that nobody ever sees half of one. */
final class WholeFile {
    /** How a file ends that has not got its name yet. */
    static final String UNFINISHED = ".new";

    private WholeFile() {}

    /** The directory of a partition inside an archive's. */
    static Path directory(Path archive, int partition) {
        return archive.resolve(String.format(Locale.ROOT, "p%02d", partition));
    }

    /** Where the file is written before it gets its name. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Writes the bytes where {@link #unfinished} says; they are on disk when this returns. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(
                unfinished(file),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** Gives the file its name, instead of an older one, for good. */
    static void name(Path file) throws IOException {
        Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
