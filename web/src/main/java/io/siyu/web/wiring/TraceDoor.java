package io.siyu.web.wiring;

import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.house.TraceHouse;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.web.clock.TraceClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

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

    /** Plays the lines; one that is out of order ends the request with 400, those before it are in. */
    synchronized List<Admission> accept(List<Arrival> arrivals) {
        List<Admission> admissions = new ArrayList<>();
        try {
            for (Arrival arrival : arrivals) {
                admissions.add(line(arrival));
            }
            return admissions;
        } catch (IllegalArgumentException outOfOrder) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, outOfOrder.getMessage(), outOfOrder);
        }
    }

    private Admission line(Arrival arrival) {
        Event event = arrival.event();
        Instant at = arrival.at() == null ? event.time() : arrival.at();
        TraceHouse open = opened();
        for (Event activation = published.poll(); activation != null; activation = published.poll()) {
            open.line(at, activation);
        }
        open.line(at, event);
        Subject subject = event.subject();
        return new Admission.Accepted(subject.partitionOf(partitions), 0, at);
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
