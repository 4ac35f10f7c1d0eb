package io.siyu.web.wiring;

import io.siyu.event.Event;
import io.siyu.house.TraceHouse;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.OutOfOrderException;
import io.siyu.web.clock.TraceClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way into a house whose clock is a trace: one ordered stream of lines, each decided before it is answered. */
final class TraceDoor implements TraceClock {
    private final Supplier<TraceHouse> houses;
    private final int partitions;
    private final Deque<Event> published = new ArrayDeque<>();
    private @Nullable TraceHouse house;

    /** @param houses opens the house when the server starts */
    TraceDoor(Supplier<TraceHouse> houses, int partitions) {
        this.houses = houses;
        this.partitions = partitions;
    }

    synchronized void open() {
        house = houses.get();
    }

    synchronized void close() {
        if (house != null) {
            house.close();
        }
    }

    /** An edition comes into force with the next line, at its time: a trace has no other clock. */
    synchronized void publish(Event activation) {
        published.add(activation);
    }

    /** Plays the lines up to the first that is out of order, which ends it with an {@link OutOfOrderException}. */
    synchronized List<Admission> accept(List<Arrival> arrivals) {
        List<Admission> admissions = new ArrayList<>();
        try {
            for (Arrival arrival : arrivals) {
                admissions.add(line(arrival));
            }
            return admissions;
        } catch (OutOfOrderException outOfOrder) {
            throw new OutOfOrderException(String.valueOf(outOfOrder.getMessage()), admissions);
        }
    }

    private Admission line(Arrival arrival) {
        Event event = arrival.event();
        Instant at = arrival.at() == null ? event.time() : arrival.at();
        TraceHouse open = opened();
        for (Event activation = published.peek(); activation != null; activation = published.peek()) {
            open.line(at, Arrival.of(activation));
            published.remove();
        }
        open.line(at, arrival);
        return new Admission.Accepted(event.subject().partitionOf(partitions), 0, at);
    }

    @Override
    public synchronized void drain() {
        opened().drain(null);
    }

    private TraceHouse opened() {
        if (house == null) {
            throw new IllegalStateException("The house is not open yet.");
        }
        return house;
    }
}
