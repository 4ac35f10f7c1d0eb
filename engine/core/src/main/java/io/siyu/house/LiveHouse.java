package io.siyu.house;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Patience;
import io.siyu.message.Compose;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Loop;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Health.Ill;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One node of a house. It owns the house or stands by: the owner decides and sends, the others wait until the lease runs
 * out or is given back. Open from {@link #start()} to {@link #close()}.
 */
public final class LiveHouse implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(250);
    private static final int RENEWALS = 3;

    private final Plan plan;
    private final Lease lease;
    private final Loop keeper;
    private final Loop lookout;
    private volatile @Nullable Shift shift;

    /**
     * What the house runs with.
     *
     * @param workers threads that decide, from 1
     * @param cached states each worker keeps in memory
     * @param clock this machine's; tells since when something is wrong
     */
    public record Plan(
            Store store,
            Editions editions,
            Compose compose,
            List<Channel> channels,
            int workers,
            int cached,
            FailPoint failPoint,
            Clock clock,
            Observer observer,
            Terms terms) {
        public Plan {
            channels = List.copyOf(channels);
            store = Observed.store(store, observer);
        }

        /** On the usual terms, and nobody looks on. */
        public Plan(
                Store store,
                Editions editions,
                Compose compose,
                List<Channel> channels,
                int workers,
                int cached,
                FailPoint failPoint,
                Clock clock) {
            this(store, editions, compose, channels, workers, cached, failPoint, clock, Observer.NONE, Terms.USUAL);
        }
    }

    /**
     * On what terms a node owns the house.
     *
     * @param lease how long it stays the owner without a sign of life
     * @param grace how long calls in flight may take when it stops
     * @param patience with messages refused for now
     * @param others the patience of channels that have one of their own, by their names
     */
    public record Terms(Duration lease, Duration grace, Patience patience, Map<String, Patience> others) {
        public static final Terms USUAL = new Terms(Duration.ofSeconds(3), Duration.ofSeconds(10), Patience.USUAL);

        public Terms {
            others = Map.copyOf(others);
        }

        /** The same patience with every channel. */
        public Terms(Duration lease, Duration grace, Patience patience) {
            this(lease, grace, patience, Map.of());
        }

        /** The patience with what this channel refuses for now. */
        Patience with(String channel) {
            return others.getOrDefault(channel, patience);
        }
    }

    /** A house that does not run yet. */
    public LiveHouse(Plan plan) {
        this.plan = plan;
        this.lease = plan.store().lease(plan.terms().lease());
        Duration third = plan.terms().lease().dividedBy(RENEWALS);
        this.keeper = new Loop("lease", this::keep, third.compareTo(REST) < 0 ? third : REST, plan.clock());
        this.lookout = new Loop("lookout", this::look, REST, plan.clock());
    }

    /** Takes the house over or stands by, and starts the threads. */
    public LiveHouse start() {
        plan.store().onAppended(partition -> {
            Shift running = shift;
            if (running != null) {
                running.appended(partition);
            }
        });
        keep();
        keeper.start();
        lookout.start();
        return this;
    }

    private synchronized boolean keep() {
        Shift running = shift;
        if (running == null && lease.take()) {
            shift = new Shift(plan).start();
        } else if (running != null && !lease.renew()) {
            shift = null;
            running.end(plan.terms().grace());
        }
        return false;
    }

    private boolean look() {
        plan.store().look();
        return false;
    }

    /** Whether this node decides and sends; else it stands by. */
    public boolean owner() {
        return shift != null;
    }

    private List<Loop> loops() {
        List<Loop> loops = new ArrayList<>(List.of(keeper, lookout));
        Shift running = shift;
        if (running != null) {
            loops.addAll(running.loops());
        }
        return loops;
    }

    /** How many rounds of each thread have ended in a fault since it runs, by the thread's name; 0 while it does not. */
    public Map<String, Long> faults() {
        Map<String, Long> faults = new TreeMap<>();
        Shift.threads(plan).forEach(name -> faults.put(name, 0L));
        loops().forEach(loop -> faults.put(loop.name(), loop.faults()));
        return faults;
    }

    /** What keeps any of the threads from working. */
    public List<Ill> ills() {
        List<Ill> ills = new ArrayList<>();
        for (Loop loop : loops()) {
            loop.fault().ifPresent(fault -> ills.add(new Ill(loop.name(), fault.what())));
        }
        return ills;
    }

    /** Ends the threads and lets another node have the house at once; takes little longer than the grace of its terms. */
    @Override
    public void close() {
        keeper.close();
        lookout.close();
        Shift running = shift;
        if (running != null) {
            shift = null;
            running.end(plan.terms().grace());
            giveBack();
        }
    }

    private void giveBack() {
        try {
            lease.giveBack();
        } catch (StoreDownException down) {
            // why: what cannot be given back runs out by itself.
            return;
        }
    }
}
