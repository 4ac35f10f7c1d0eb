package io.siyu.samples.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is said between a client and a Redis, one whole request or answer at a time. */
final class Frames {
    private Frames() {}

    /** The words of the next request; empty when the client has gone. */
    static List<byte[]> request(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return List.of();
        }
        int count = Integer.parseInt(line(in));
        List<byte[]> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(word(in));
        }
        return words;
    }

    private static byte[] word(InputStream in) throws IOException {
        in.read();
        byte[] word = in.readNBytes(Integer.parseInt(line(in)));
        line(in);
        return word;
    }

    /** Writes a request. */
    static void write(List<byte[]> words, OutputStream out) throws IOException {
        out.write(("*" + words.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (byte[] word : words) {
            out.write(("$" + word.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(word);
            out.write('\r');
            out.write('\n');
        }
    }

    /** The next answer, as it came. */
    static byte[] answer(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        copy(in, whole);
        return whole.toByteArray();
    }

    private static void copy(InputStream in, ByteArrayOutputStream to) throws IOException {
        int kind = in.read();
        if (kind < 0) {
            throw new EOFException("Redis has gone.");
        }
        String line = line(in);
        to.write(kind);
        to.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        switch (kind) {
            case '$', '=', '!' -> {
                int length = Integer.parseInt(line);
                to.write(length < 0 ? new byte[0] : in.readNBytes(length + 2));
            }
            case '*', '~', '>' -> copy(in, to, Integer.parseInt(line));
            case '%' -> copy(in, to, 2 * Integer.parseInt(line));
            default -> {
                // why: all other kinds end with their line
            }
        }
    }

    private static void copy(InputStream in, ByteArrayOutputStream to, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            copy(in, to);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The other side has gone.");
            }
            line.write(next);
        }
        in.read();
        return line.toString(StandardCharsets.UTF_8);
    }
}
