package io.siyu.samples.receiver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection, spoken in as much HTTP/1.1 as a sender of webhooks needs, and broken off in ways a library forbids. */
final class Conversation implements AutoCloseable {
    private static final int IDLE_MILLIS = 60_000;
    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int LONGEST_BODY = 1024 * 1024;

    private final Socket socket;
    private final InputStream in;

    /**
     * The beginning of a request.
     *
     * @param headers by lower-case names
     */
    record Head(String method, String path, Map<String, String> headers) {}

    /** An answer. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }

        static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body);
        }
    }

    Conversation(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(IDLE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The next request's head; empty when the sender has hung up. */
    Optional<Head> next() throws IOException {
        String[] lines = head().split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return Optional.of(new Head(first[0], first[1], headers));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4 && head.size() < LONGEST_HEAD) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            head.write(one);
            boolean expected = one == (ends % 2 == 0 ? '\r' : '\n');
            ends = expected ? ends + 1 : one == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    byte[] body(Head head) throws IOException {
        String length = head.headers().getOrDefault("content-length", "0");
        if (!length.matches("[0-9]{1,7}") || Integer.parseInt(length) > LONGEST_BODY) {
            throw new IOException("A body of " + length + " bytes is not read.");
        }
        if ("100-continue".equalsIgnoreCase(head.headers().get("expect"))) {
            socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new IOException("The body broke off.");
        }
        return body;
    }

    void answer(Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" -\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        socket.getOutputStream().write(whole.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Says nothing until the sender hangs up. */
    void waitForTheEnd() throws IOException {
        socket.setSoTimeout(0);
        int heard;
        do {
            heard = in.read();
        } while (heard >= 0);
    }

    /** Breaks off with a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
