package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Logs as one list in memory, each event once; can be told to be down. */
public final class ListedLog implements PartitionLog {
    private final List<Event> appended = new ArrayList<>();
    private final BlockingQueue<Event> arriving = new LinkedBlockingQueue<>();
    private final Set<String> seen = new HashSet<>();
    private boolean down;

    /** What entered, in order. */
    public synchronized List<Event> appended() {
        return List.copyOf(appended);
    }

    public synchronized void down(boolean now) {
        down = now;
    }

    /** The next event to enter; fails after a while without one. */
    public Event await() throws InterruptedException {
        Event next = arriving.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing entered the log.");
        }
        return next;
    }

    @Override
    public synchronized void append(EntryKind kind, Event event, @Nullable Instant at) {
        if (down) {
            throw new StoreDownException("The log is down.", new IllegalStateException());
        }
        if (seen.add(event.subject() + " " + event.id())) {
            appended.add(event);
            arriving.add(event);
        }
    }

    @Override
    public Map<Integer, List<Entry>> entries(Map<Integer, Long> after, int limit) {
        return Map.of();
    }

    @Override
    public int forward(Collection<Integer> partitions) {
        return 0;
    }

    @Override
    public List<Integer> tick(Collection<Integer> partitions) {
        return List.of();
    }
}
