package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.MemoryHoldings;
import io.siyu.replay.MemoryLane.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A house in memory on a virtual clock: events go in, in order of time; decisions come out in one order.
 *
 * <p>The same events, editions and engine give the same decisions at any number of workers.
 */
public final class Replay implements AutoCloseable {
    private static final Comparator<Made> ORDER = Comparator.comparing(
                    (Made m) -> m.decision().at())
            .thenComparingInt(Made::partition)
            .thenComparingLong(Made::position)
            .thenComparingInt(Made::ordinal);

    private final ReplayPlan plan;
    private final ReplayWatcher watcher;
    private final List<MemoryLane> lanes = new ArrayList<>();
    private final Queue<Advance> opened = new ConcurrentLinkedQueue<>();
    private final Crew crew;
    private final VirtualTime time;
    private boolean begun;

    /** A house that has heard nothing yet; {@code watcher} is told everything it decides. */
    public Replay(ReplayPlan plan, ReplayWatcher watcher) {
        this(plan, watcher, Map.of());
    }

    /** What a partition holds at first, and the position of the entry it came to hold it with. */
    public record Begin(MemoryHoldings holdings, long position) {}

    /** A house of which these partitions begin with something, the others with nothing. */
    public Replay(ReplayPlan plan, ReplayWatcher watcher, Map<Integer, Begin> begin) {
        this.plan = plan;
        this.watcher = watcher;
        ThreadLocal<Advance> advance = ThreadLocal.withInitial(this::open);
        this.crew = new Crew(plan.workers());
        this.time = time(begin, advance::get);
    }

    /** As before, decided on the caller's thread by what another opened under the plan's editions, and closes. */
    public Replay(ReplayPlan plan, ReplayWatcher watcher, Advance advance) {
        this.plan = plan;
        this.watcher = watcher;
        this.crew = new Crew(1);
        this.time = time(Map.of(), () -> advance);
    }

    private VirtualTime time(Map<Integer, Begin> begin, Supplier<Advance> advance) {
        String edition = plan.inForce();
        for (int p = 0; p < plan.partitions(); p++) {
            PartitionState fresh = PartitionState.fresh(p);
            Begin none = new Begin(new MemoryHoldings(edition == null ? fresh : fresh.activated(edition, 1)), 0);
            lanes.add(new MemoryLane(begin.getOrDefault(p, none), advance));
        }
        return new VirtualTime(lanes, this::run, plan.editions(), plan.catalogue());
    }

    private Advance open() {
        Advance advance = new Advance(plan.editions(), plan.compose(), plan.partitions());
        opened.add(advance);
        return advance;
    }

    private void run(List<? extends Lane> all, Map<Integer, LaneMinute> minute) {
        crew.run(all, minute);
        List<Made> made = new ArrayList<>();
        for (int partition : minute.keySet()) {
            MemoryLane lane = lanes.get(partition);
            made.addAll(lane.takeMade());
            lane.takeHeard().forEach(heard -> watcher.consulted(heard.entry(), heard.consulted()));
            lane.takeFaults().forEach(watcher::fault);
        }
        made.sort(ORDER);
        for (Made one : made) {
            watcher.decided(one.decision());
        }
    }

    /** An event at its log time; not earlier than the minute of the one before. */
    public void event(Instant at, Event event) {
        String edition = plan.inForce();
        if (!begun && edition != null) {
            time.inForce(edition, at);
        }
        begun = true;
        time.line(at, event);
    }

    /** Plays letters, timers and schedules to their end, or before {@code until}. */
    public void drain(@Nullable Instant until) {
        time.drain(until);
    }

    /** What each partition knows of itself by now. */
    public List<PartitionState> partitions() {
        return lanes.stream().map(MemoryLane::partition).toList();
    }

    /** How many log entries have been decided: events, letters, ticks, scan chunks and control entries. */
    public long entries() {
        return lanes.stream().mapToLong(MemoryLane::entries).sum();
    }

    @Override
    public void close() {
        crew.close();
        opened.forEach(Advance::close);
    }

    /** Collects decisions into a list; for tests and small runs. */
    public static ReplayWatcher into(List<Decision> decisions) {
        return decisions::add;
    }
}
