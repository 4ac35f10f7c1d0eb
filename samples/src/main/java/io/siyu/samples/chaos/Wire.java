package io.siyu.samples.chaos;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The wire between a house and its Redis, which can be cut before or after a script has run, and on which scripts can be
 * changed on their way to Redis, so that a planted bug needs no door in the house.
 */
final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int redis;
    private final Map<String, String> changed = new ConcurrentHashMap<>();
    private final Set<Edit> applied = ConcurrentHashMap.newKeySet();
    private volatile List<Edit> edits = List.of();
    private @Nullable Cut cut;
    private int left;

    /** Where the wire is cut. */
    enum Cut {
        /** Redis never gets what was asked. */
        BEFORE,
        /** Redis has done it, and nobody hears. */
        AFTER
    }

    /** A piece of a script replaced by another. */
    record Edit(String old, String now) {}

    /** A wire to the Redis at this port, open. */
    Wire(int redis) {
        this.redis = redis;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("chaos-wire", this::accept);
    }

    URI url() {
        return URI.create("redis://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on scripts are loaded with these changes. */
    void edit(List<Edit> wanted) {
        changed.clear();
        applied.clear();
        edits = List.copyOf(wanted);
    }

    /** Changes that fit no script loaded so far. */
    List<Edit> unapplied() {
        return edits.stream().filter(edit -> !applied.contains(edit)).toList();
    }

    /** Cuts the connection that runs the next script but so many. */
    synchronized void arm(Cut where, int passing) {
        cut = where;
        left = passing;
    }

    /** Cuts nothing more; whether a cut was still to come. */
    synchronized boolean calm() {
        boolean armed = cut != null;
        cut = null;
        return armed;
    }

    private synchronized @Nullable Cut passes() {
        if (cut == null || left-- > 0) {
            return null;
        }
        Cut now = cut;
        cut = null;
        return now;
    }

    private static void start(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                start("chaos-line", () -> serve(client));
            } catch (IOException closed) {
                // why: the door is closed at the end, and that is how we hear of it
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), redis)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            pass(new Line(client), new Line(server));
        } catch (IOException gone) {
            // why: both sides come and go as they like; the other one hears it by the closing
            return;
        }
    }

    private record Line(BufferedInputStream in, BufferedOutputStream out) {
        Line(Socket socket) throws IOException {
            this(new BufferedInputStream(socket.getInputStream()), new BufferedOutputStream(socket.getOutputStream()));
        }
    }

    private void pass(Line client, Line server) throws IOException {
        boolean transaction = false;
        int asked = 0;
        for (List<byte[]> words = Frames.request(client.in()); !words.isEmpty(); words = Frames.request(client.in())) {
            String command = text(words.get(0)).toUpperCase(Locale.ROOT);
            transaction = command.equals("MULTI") || (transaction && !command.equals("EXEC"));
            boolean runs = command.equals("EXEC") || (command.equals("EVALSHA") && !transaction);
            Cut here = runs ? passes() : null;
            if (here == Cut.BEFORE) {
                return;
            }
            Frames.write(edited(command, words), server.out());
            asked++;
            if (here == Cut.AFTER || client.in().available() == 0) {
                List<byte[]> answers = answers(server, asked);
                if (here == Cut.AFTER) {
                    return;
                }
                for (byte[] answer : answers) {
                    client.out().write(answer);
                }
                client.out().flush();
                asked = 0;
            }
        }
    }

    private static List<byte[]> answers(Line server, int asked) throws IOException {
        server.out().flush();
        List<byte[]> answers = new ArrayList<>(asked);
        for (int i = 0; i < asked; i++) {
            answers.add(Frames.answer(server.in()));
        }
        return answers;
    }

    private List<byte[]> edited(String command, List<byte[]> words) {
        List<byte[]> sent = new ArrayList<>(words);
        if (command.equals("EVALSHA")) {
            String sha = text(words.get(1));
            sent.set(1, bytes(changed.getOrDefault(sha, sha)));
        } else if (command.equals("SCRIPT") && text(words.get(1)).equalsIgnoreCase("LOAD")) {
            sent.set(2, bytes(edited(text(words.get(2)))));
        }
        return sent;
    }

    private String edited(String source) {
        String now = source;
        for (Edit edit : edits) {
            if (now.contains(edit.old())) {
                now = now.replace(edit.old(), edit.now());
                applied.add(edit);
            }
        }
        if (!now.equals(source)) {
            changed.put(DigestUtils.sha1Hex(source), DigestUtils.sha1Hex(now));
        }
        return now;
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
