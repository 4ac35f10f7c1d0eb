package io.siyu.samples.bench.scale;

import io.siyu.dispatch.Phones.Received;
import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Orders that come in while the house works: so many a second, each of another member who is thanked on the phone. */
public final class LiveOrders implements AutoCloseable {
    /** Coprime to any round number of members, so that nobody orders twice. */
    private static final long STRIDE = 7_919;

    /** Shoppers do not wait for each other. */
    private static final int TILLS = 16;

    private final ScaleHouse house;
    private final ScaleMembers members;
    private final int perSecond;

    private final Map<Event, Instant> sent = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final String prefix = "live-" + System.nanoTime() + "-";
    private final List<Thread> tills = new ArrayList<>();
    private volatile boolean stopped;

    /** None come before {@link #begin()}. */
    public LiveOrders(ScaleHouse house, ScaleMembers members, int perSecond) {
        this.house = house;
        this.members = members;
        this.perSecond = perSecond;
    }

    /** They begin to come; once the house's clock is set, by which they are timed. */
    public void begin() {
        long begun = System.nanoTime();
        for (int till = 0; till < TILLS; till++) {
            int first = till;
            tills.add(new Thread(() -> run(begun, first), "orders-" + till));
        }
        tills.forEach(Thread::start);
    }

    private void run(long begun, int first) {
        for (long number = first; !stopped; number += TILLS) {
            long due = begun + number * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            // why: an order that could not be sent in time is late by that, as for the shopper.
            Instant at = house.now().minusNanos(System.nanoTime() - due);
            Event order = members.order((int) (number * STRIDE % members.count()), prefix + number, at);
            if (house.enter(List.of(order))) {
                sent.put(order, at);
            } else {
                refused.incrementAndGet();
            }
        }
    }

    /** No more come. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread till : tills) {
                till.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many came in so far. */
    public int sent() {
        return sent.size();
    }

    /** How many were turned away. */
    public int refused() {
        return refused.get();
    }

    /** Milliseconds from each order to its thanks on the phone; once all are sent. */
    public List<Double> latencies() {
        List<Double> latencies = new ArrayList<>(sent.size());
        sent.forEach((order, at) -> latencies.add(latency(order, at)));
        return latencies;
    }

    private double latency(Event order, Instant at) {
        for (Received received : house.phone(order.subject())) {
            if (received.message().text().contains(order.id() + ".")) {
                return Duration.between(at, received.at()).toNanos() / 1e6;
            }
        }
        throw new IllegalStateException("The order (" + order.id() + ") was not thanked for.");
    }
}
