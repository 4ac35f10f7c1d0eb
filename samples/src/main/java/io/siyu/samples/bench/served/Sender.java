package io.siyu.samples.bench.served;

import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends events as lines over a few connections; the bodies are made beforehand. */
public final class Sender {
    private static final int LINES = 1_000;
    private static final int CONNECTIONS = 4;
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI to;
    private final String token;

    /** Sends to this address. */
    public Sender(URI to, String token) {
        this.to = to;
        this.token = token;
    }

    /** The events as bodies of a thousand lines. */
    public static List<byte[]> bodies(List<Event> events, EventWriter writer) {
        List<byte[]> bodies = new ArrayList<>();
        for (int first = 0; first < events.size(); first += LINES) {
            ByteArrayOutputStream body = new ByteArrayOutputStream(300 * LINES);
            for (Event event : events.subList(first, Math.min(events.size(), first + LINES))) {
                body.writeBytes(writer.write(event));
                body.write('\n');
            }
            bodies.add(body.toByteArray());
        }
        return bodies;
    }

    /** Sends all bodies and returns when each is acknowledged, so durable. */
    public void send(List<byte[]> bodies) {
        List<CompletableFuture<Void>> connections = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            int first = connection;
            connections.add(CompletableFuture.runAsync(() -> {
                for (int i = first; i < bodies.size(); i += CONNECTIONS) {
                    post(bodies.get(i));
                }
            }));
        }
        connections.forEach(CompletableFuture::join);
    }

    private void post(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED || !answer.body().contains("\"refused\":0")) {
                throw new IllegalStateException("The server answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
