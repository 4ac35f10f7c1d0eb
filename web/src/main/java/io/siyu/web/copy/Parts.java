package io.siyu.web.copy;

import io.siyu.web.copy.Manifest.Part;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** The files of an export in one directory: written to disk with their digests, and read back. */
record Parts(Path directory) {

    /** Something that writes a part's bytes. */
    interface Filling<W> {
        /** Writes them. */
        void write(W to) throws IOException;
    }

    /** Writes a part of this path; it is on disk when this returns. */
    Part bytes(String file, Filling<OutputStream> filling) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        try (FileOutputStream to = new FileOutputStream(path.toFile());
                DigestOutputStream digested = new DigestOutputStream(to, DigestUtils.getSha256Digest())) {
            OutputStream buffered = new BufferedOutputStream(digested, 1 << 16);
            filling.write(buffered);
            buffered.flush();
            to.getFD().sync();
            String sha = Hex.encodeHexString(digested.getMessageDigest().digest());
            return new Part(file, Files.size(path), sha);
        }
    }

    /** Writes a part of compressed lines. */
    Part lines(String file, Filling<Writer> filling) throws IOException {
        return bytes(file, to -> {
            GZIPOutputStream packed = new GZIPOutputStream(to, 1 << 16);
            Writer lines = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
            filling.write(lines);
            lines.flush();
            packed.finish();
        });
    }

    /** Reads a part of compressed lines. */
    BufferedReader reader(String file) throws IOException {
        InputStream packed = new GZIPInputStream(Files.newInputStream(directory.resolve(file)), 1 << 16);
        return new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Whether nothing lies in this directory, or it does not exist. */
    static boolean isFree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    boolean has(String file) {
        return Files.isRegularFile(directory.resolve(file));
    }

    /**
     * Compares a part with what the manifest says of it.
     *
     * @throws BrokenExportException when it is missing or another
     */
    void verify(Part part) throws IOException {
        Path path = directory.resolve(part.file()).normalize();
        if (!path.startsWith(directory.normalize()) || !Files.isRegularFile(path)) {
            throw new BrokenExportException(
                    "The export lacks the file (" + part.file() + ").", "Maybe it was not copied along.");
        }
        if (Files.size(path) != part.bytes() || !sha256(path).equals(part.sha256())) {
            throw new BrokenExportException(
                    "The file (" + part.file() + ") is not the one that was exported.",
                    "Maybe it was damaged or changed; take another copy.");
        }
    }

    private static String sha256(Path path) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), DigestUtils.getSha256Digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Hex.encodeHexString(in.getMessageDigest().digest());
        }
    }
}
