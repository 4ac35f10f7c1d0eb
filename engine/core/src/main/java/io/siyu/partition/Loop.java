package io.siyu.partition;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A thread that does rounds of work as long as there is some, rests, and goes on after a fault with growing patience. */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Loop.class.getName());
    private static final long FIRST_REST = 50;
    private static final long LONGEST_REST = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Round round;
    private final Clock clock;
    private final long rest;
    private final boolean yields;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Fault fault;
    private final AtomicLong faults = new AtomicLong();

    /** One round of work. */
    @FunctionalInterface
    public interface Round {
        /** Does what is there to do; false if there was nothing. */
        boolean run();
    }

    /** What went wrong in the last round, since when. */
    public record Fault(Instant since, String what) {}

    /** A loop with this thread name that looks for work at least every {@code rest}. */
    public Loop(String name, Round round, Duration rest, Clock clock) {
        this(name, round, rest, clock, false);
    }

    private Loop(String name, Round round, Duration rest, Clock clock, boolean yields) {
        this.round = round;
        this.clock = clock;
        this.rest = rest.toMillis();
        this.yields = yields;
        this.thread = new Thread(this::run, name);
    }

    /** A loop nobody waits for: it rests behind each round for as long as the round took, so that others get their share. */
    public static Loop beside(String name, Round round, Duration rest, Clock clock) {
        return new Loop(name, round, rest, clock, true);
    }

    /** Starts the thread. */
    public Loop start() {
        thread.start();
        return this;
    }

    /** The name of its thread. */
    public String name() {
        return thread.getName();
    }

    /** There is work. */
    public void wake() {
        bell.ring();
    }

    /** The fault that keeps it from working; empty if the last round went well. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** How many rounds have ended in a fault so far. */
    public long faults() {
        return faults.get();
    }

    private void run() {
        long pause = FIRST_REST;
        while (!stopping) {
            try {
                long began = System.nanoTime();
                boolean worked = round.run();
                pause = FIRST_REST;
                fault = null;
                if (!worked) {
                    bell.await(rest);
                } else if (yields) {
                    bell.await(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                }
            } catch (InterruptedException stop) {
                return;
                // why: the loop's edge; whatever went wrong, the next round starts from what the store knows.
            } catch (RuntimeException e) {
                note(e);
                pause = rested(pause);
            }
        }
    }

    private void note(RuntimeException e) {
        faults.incrementAndGet();
        String what = String.valueOf(e.getMessage());
        Fault before = fault;
        if (before == null || !before.what().equals(what)) {
            fault = new Fault(clock.instant(), what);
            if (e instanceof StoreDownException) {
                LOG.log(Level.WARNING, "{0} rests: {1}", thread.getName(), what);
            } else {
                LOG.log(Level.WARNING, thread.getName() + " rests after a fault", e);
            }
        }
    }

    private long rested(long pause) {
        try {
            bell.await(pause);
        } catch (InterruptedException stop) {
            stopping = true;
        }
        return Math.min(pause * 2, LONGEST_REST);
    }

    /** Asks the thread to end after the round it is in, and does not wait for it. */
    public void end() {
        stopping = true;
        bell.ring();
    }

    /** Breaks off what the round waits for. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Whether the thread ends, or never ran, within this time. */
    public boolean ended(Duration within) {
        try {
            thread.join(Math.max(1, within.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Ends the thread after the round it is in. */
    @Override
    public void close() {
        end();
        ended(PATIENCE);
    }
}
