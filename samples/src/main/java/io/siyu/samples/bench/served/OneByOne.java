package io.siyu.samples.bench.served;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Sends events each in a request of its own, at a steady pace whatever the answers take. */
public final class OneByOne {
    private static final int ACCEPTED = 202;
    private static final int AGAIN = 429;
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI to;
    private final String token;
    private final LongAdder turnedAway = new LongAdder();
    private final Queue<Double> answered = new ConcurrentLinkedQueue<>();

    /** Sends to this address. */
    public OneByOne(URI to, String token) {
        this.to = to;
        this.token = token;
    }

    /**
     * Sends all of them, so many a second.
     *
     * @param everySecond is told the number of each second that begins, on a thread of its own
     * @return when each was due, so that a late start counts as latency
     */
    public List<Instant> send(List<byte[]> bodies, int perSecond, LongConsumer everySecond) {
        Instant begun = Instant.now(Clock.systemUTC());
        List<Instant> due = new ArrayList<>();
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            if (i % perSecond == 0) {
                long second = i / perSecond;
                open.add(CompletableFuture.runAsync(() -> everySecond.accept(second)));
            }
            due.add(begun.plusNanos(i * 1_000_000_000L / perSecond));
            pause(Duration.between(Instant.now(Clock.systemUTC()), due.get(i)));
            Instant since = due.get(i);
            open.add(accepted(request(bodies.get(i))).thenRun(() -> answered.add(millisSince(since))));
        }
        open.forEach(CompletableFuture::join);
        return due;
    }

    private static double millisSince(Instant since) {
        return Duration.between(since, Instant.now(Clock.systemUTC())).toNanos() / 1e6;
    }

    /** Milliseconds from when each was due until it was acknowledged, so durable. */
    public List<Double> answered() {
        return List.copyOf(answered);
    }

    /** Waits so long. */
    public void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Sent until it is let in; who is told to come again has waited since the event was due. */
    private CompletableFuture<Void> accepted(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(answer -> {
            if (answer.statusCode() == AGAIN) {
                turnedAway.increment();
                return CompletableFuture.supplyAsync(() -> request, LATER).thenCompose(this::accepted);
            }
            if (answer.statusCode() != ACCEPTED) {
                throw new IllegalStateException("The server answered " + answer.statusCode() + ": " + answer.body());
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    /** How often an event was told to come again. */
    public long turnedAway() {
        return turnedAway.sum();
    }
}
