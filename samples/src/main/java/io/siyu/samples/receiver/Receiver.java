package io.siyu.samples.receiver;

import io.siyu.samples.receiver.Conversation.Answer;
import io.siyu.samples.receiver.Conversation.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook receiver that does with each message what its script says, and counts.
 *
 * <table>
 * <caption>What it answers to</caption>
 * <tr><td>{@code POST /messages}</td><td>a signed message</td></tr>
 * <tr><td>{@code GET /messages/<id>}</td><td>200 if it took the message, else 404</td></tr>
 * <tr><td>{@code POST /token}</td><td>a bearer token for the script's client</td></tr>
 * <tr><td>{@code GET /counts}</td><td>attempts and acceptances by message</td></tr>
 * <tr><td>{@code PUT /script}</td><td>another script from now on</td></tr>
 * </table>
 */
public final class Receiver implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final String MESSAGES = "/messages";

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(Receiver::thread);
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
    private final LongAdder brokenOff = new LongAdder();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Signatures signatures;
    private final Tally tally = new Tally();
    private final TokenDesk desk = new TokenDesk();
    private volatile Script script;

    private Receiver(ServerSocket door, Script script, Clock clock) {
        this.door = door;
        this.script = script;
        this.signatures = new Signatures(clock);
    }

    /** Starts one on this port of this machine; 0 takes a free one. */
    public static Receiver start(int port, Script script, Clock clock) {
        try {
            ServerSocket door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            Receiver receiver = new Receiver(door, script, clock);
            receiver.threads.execute(receiver::welcome);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("The port " + port + " is not free.\nMaybe --port 0 takes one that is.", e);
        }
    }

    /** Where to post messages; the status of one is asked at {@code url/<id>}. */
    public URI url() {
        return address(MESSAGES);
    }

    /** Where to fetch tokens. */
    public URI tokenUrl() {
        return address("/token");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
    }

    public Tally tally() {
        return tally;
    }

    /** Bearer tokens given out so far. */
    public int tokensGiven() {
        return desk.given();
    }

    /** Behaves by another script from now on. */
    public void play(Script next) {
        this.script = next;
    }

    /** Waits until somebody closes it. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                threads.execute(() -> converse(socket));
            } catch (IOException e) { // why: closing the door ends the waiting so; anything else concerns one caller
                brokenOff.increment();
            }
        }
    }

    private void converse(Socket socket) {
        try (Conversation conversation = new Conversation(socket)) {
            open.add(conversation);
            try {
                Optional<Head> head = conversation.next();
                while (head.isPresent() && serve(conversation, head.get())) {
                    head = conversation.next();
                }
            } finally {
                open.remove(conversation);
            }
        } catch (IOException hungUp) {
            brokenOff.increment();
        }
    }

    /** Whether the conversation goes on. */
    private boolean serve(Conversation conversation, Head head) throws IOException {
        String path = head.path();
        if (path.equals(MESSAGES) && head.method().equals("POST")) {
            return take(conversation, head);
        }
        byte[] body = conversation.body(head);
        if (path.startsWith(MESSAGES + "/")) {
            conversation.answer(status(head, path.substring(MESSAGES.length() + 1)));
        } else if (path.equals("/token") && script.client() != null) {
            conversation.answer(desk.give(head.headers(), script.client()));
        } else if (path.equals("/counts")) {
            conversation.answer(counts());
        } else if (path.equals("/script") && head.method().equals("PUT")) {
            conversation.answer(play(body));
        } else {
            conversation.answer(Answer.of(404));
        }
        return true;
    }

    private Answer play(byte[] body) {
        try {
            script = Script.parse(new String(body, StandardCharsets.UTF_8));
            return Answer.of(204);
        } catch (IllegalArgumentException unusable) {
            return new Answer(400, Map.of("Content-Type", "text/plain;charset=utf-8"), unusable.getMessage() + "\n");
        }
    }

    private Answer status(Head head, String id) {
        if (isForged(head, new byte[0])) {
            return Answer.of(400);
        }
        if (isUnauthorized(head)) {
            return Answer.of(401);
        }
        boolean taken = tally.of(id).filter(count -> count.accepted() > 0).isPresent();
        return new Answer(taken ? 200 : 404, Map.of("webhook-id", id), "");
    }

    private Answer counts() {
        return Answer.json(JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "forged",
                        tally.forged(),
                        "tokens",
                        desk.given(),
                        "brokenOff",
                        brokenOff.sum(),
                        "messages",
                        tally.counts())));
    }

    private boolean isForged(Head head, byte[] body) {
        boolean forged = !script.secrets().isEmpty() && !signatures.hold(head.headers(), body, script.secrets());
        if (forged) {
            tally.forge();
        }
        return forged;
    }

    private boolean isUnauthorized(Head head) {
        return script.client() != null && !desk.knows(head.headers());
    }

    private boolean take(Conversation conversation, Head head) throws IOException {
        String id = head.headers().getOrDefault("webhook-id", "");
        Script now = script;
        if (isUnauthorized(head)) {
            conversation.body(head);
            conversation.answer(Answer.of(401));
            return true;
        }
        int next = tally.of(id).map(Tally.Count::attempts).orElse(0) + 1;
        if (now.act(id, next).deed() == Deed.RESET_BEFORE) {
            tally.attempt(id);
            conversation.reset();
            return false;
        }
        if (isForged(head, conversation.body(head))) {
            conversation.answer(Answer.of(400));
            return true;
        }
        return act(conversation, id, now.act(id, tally.attempt(id)));
    }

    private boolean act(Conversation conversation, String id, Act act) throws IOException {
        switch (act.deed()) {
            case REFUSE -> conversation.answer(refusal(act));
            case EXPIRE -> {
                desk.forget();
                conversation.answer(Answer.of(401));
            }
            case HANG -> {
                tally.accept(id);
                conversation.waitForTheEnd();
                return false;
            }
            case RESET_AFTER -> {
                tally.accept(id);
                conversation.reset();
                return false;
            }
            default -> {
                tally.accept(id);
                pause(act.deed() == Deed.SLOW ? act.millis() : 0);
                conversation.answer(Answer.json("{}"));
            }
        }
        return true;
    }

    private static Answer refusal(Act act) {
        return act.retryAfter() < 0
                ? Answer.of(act.status())
                : new Answer(act.status(), Map.of("Retry-After", Long.toString(act.retryAfter())), "");
    }

    private void pause(long millis) throws IOException {
        try {
            if (millis > 0 && closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("Closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            door.close();
            for (Conversation conversation : open) {
                conversation.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdown();
    }
}
