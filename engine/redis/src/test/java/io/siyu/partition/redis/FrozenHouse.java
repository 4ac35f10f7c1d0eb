package io.siyu.partition.redis;

import io.siyu.partition.FailPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A process that runs a whole house alone, under traffic. Tells {@code AT place} when it first comes to each fail point, one
 * after the other, and goes on from there when it reads a line; {@code A id} for each event it acknowledged; and {@code
 * SENT} when all are in and it has been at every place.
 */
public final class FrozenHouse {
    private static final int EVENTS = 1_000;

    private FrozenHouse() {}

    /** Arguments: Redis URL, file of the house key. */
    public static void main(String[] args) throws InterruptedException {
        URI url = URI.create(args[0]);
        Waits waits = new Waits();
        RedisHouse house = DoomedHouse.house(url, Path.of(args[1]), waits);
        DoomedHouse.live(house, new DoomedHouse.Vendor(url), waits).start();
        // why: without traffic nothing comes to the places that are left.
        for (int from = 0; from < EVENTS || !waits.over(); from += DoomedHouse.BATCH) {
            DoomedHouse.send(house, 1, from);
        }
        DoomedHouse.tell("SENT");
        Thread.currentThread().join();
    }

    /** Waits once at each place, in their order. */
    private static final class Waits implements FailPoint {
        private final Deque<Place> left = new ArrayDeque<>(List.of(Place.values()));
        private boolean waiting;

        @Override
        public void reached(Place place) {
            if (begin(place)) {
                DoomedHouse.tell("AT " + place);
                readLine();
                end();
            }
        }

        private synchronized boolean begin(Place place) {
            if (waiting || left.peek() != place) {
                return false;
            }
            left.remove();
            waiting = true;
            return true;
        }

        private synchronized boolean over() {
            return left.isEmpty() && !waiting;
        }

        private synchronized void end() {
            waiting = false;
        }

        private static void readLine() {
            try {
                int read = System.in.read();
                while (read >= 0 && read != '\n') {
                    read = System.in.read();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
