package io.siyu.partition.redis;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.house.LiveHouse;
import io.siyu.message.Message;
import io.siyu.partition.FailPoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/**
 * A process that is one node of a house, whose channel is an HTTP receiver. Tells {@code OWNER} when it owns the house and
 * {@code CLAIMED} when it has claimed a message; it goes on to the call when it reads a line.
 */
public final class SleepyHouse {
    private SleepyHouse() {}

    /** Arguments: Redis URL, file of the house key, URL of the receiver. */
    public static void main(String[] args) throws IOException, InterruptedException {
        FailPoint waits = place -> {
            if (place == FailPoint.Place.AFTER_CLAIM) {
                tell("CLAIMED");
                readLine();
            }
        };
        RedisHouse house = DoomedHouse.house(URI.create(args[0]), Path.of(args[1]), waits);
        try (LiveHouse live = DoomedHouse.live(house, new Receiver(URI.create(args[2])), waits)
                .start()) {
            while (!live.owner()) {
                Thread.onSpinWait();
            }
            tell("OWNER");
            Thread.currentThread().join();
        }
    }

    private static synchronized void readLine() {
        try {
            int read = System.in.read();
            while (read >= 0 && read != '\n') {
                read = System.in.read();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Posts each message to the receiver under its id; what became of one it cannot tell afterwards. */
    record Receiver(URI url, HttpClient http) implements Channel {
        Receiver(URI url) {
            this(url, HttpClient.newHttpClient());
        }

        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/" + message.id()))
                    .POST(HttpRequest.BodyPublishers.ofString(message.text()))
                    .build();
            try {
                http.send(request, HttpResponse.BodyHandlers.discarding());
                return new Delivery.Accepted("");
            } catch (IOException e) {
                return new Delivery.Unknown("receiver.down");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Delivery.Unknown("interrupted");
            }
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }
}
