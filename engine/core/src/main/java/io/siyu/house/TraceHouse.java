package io.siyu.house;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.message.Compose;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import io.siyu.partition.OutOfOrderException;
import io.siyu.partition.Worker;
import io.siyu.replay.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live house whose clock is a trace: the real store, logs and workers, driven by the same virtual time as a replay.
 *
 * <p>Lines come from one ordered stream; those of a minute are durable and decided when a line of a later minute comes or
 * the house is drained. What it decides equals, byte for byte, what a replay of the same lines decides. Messages are
 * decided, not delivered. A trace is played by one house from its first line to its last.
 */
public final class TraceHouse implements AutoCloseable {
    private static final int CACHED = 2_000;

    private final List<LoggedLane> lanes = new ArrayList<>();
    private final VirtualTime time;

    /** What the house runs with. */
    public record Plan(Store store, Editions editions, Compose compose, Catalogue catalogue, Observer observer) {
        public Plan {
            store = Observed.store(store, observer);
        }
    }

    /** Takes all partitions over. Call it for a store whose clock is the trace's. */
    public TraceHouse(Plan plan) {
        Store store = plan.store();
        store.take();
        for (int partition = 0; partition < store.partitions(); partition++) {
            lanes.add(new LoggedLane(store, partition, (p, written) -> worker(plan, p, written)));
        }
        this.time = new VirtualTime(lanes, plan.editions(), plan.catalogue());
    }

    private static Worker worker(Plan plan, int partition, Worker.Written written) {
        Store store = plan.store();
        Advance advance = new Advance(plan.editions(), plan.compose(), store.partitions());
        Worker.House house = new Worker.House(store.log(), store.states(), written, FailPoint.NONE, store.partitions());
        return new Worker(house, advance, List.of(partition), CACHED);
    }

    /**
     * The next line of the stream; its personal values enter the vault with it.
     *
     * @throws OutOfOrderException when it is out of order; it is not in the house then
     */
    public synchronized void line(Instant at, Arrival arrival) {
        Event event = arrival.event();
        time.line(at, event);
        if (!arrival.personal().isEmpty()) {
            lanes.get(event.subject().partitionOf(lanes.size())).bring(event, arrival.personal());
        }
    }

    /** Plays letters, timers and schedules to their end, or before {@code until}. */
    public synchronized void drain(@Nullable Instant until) {
        time.drain(until);
    }

    @Override
    public void close() {
        lanes.forEach(LoggedLane::close);
    }
}
