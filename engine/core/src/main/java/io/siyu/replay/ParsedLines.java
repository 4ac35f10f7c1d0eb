package io.siyu.replay;

import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.partition.LoadedEditions;
import io.siyu.trace.BrokenTrace;
import io.siyu.trace.TraceLine;
import io.siyu.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** The events of a trace, parsed ahead on a thread of their own, in batches. */
final class ParsedLines implements AutoCloseable {
    private static final int BATCH = 512;
    private static final int AHEAD = 16;

    private final TraceReader reader;
    private final EventReader events;
    private final LoadedEditions editions;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private Batch first = Batch.END;

    /** One event of the trace at its log time. */
    record Line(int number, Instant at, Event event) {}

    private record Batch(List<Line> lines, @Nullable RuntimeException broken) {
        static final Batch END = new Batch(List.of(), null);
    }

    ParsedLines(TraceReader reader, EventReader events, LoadedEditions editions) {
        this.reader = reader;
        this.events = events;
        this.editions = editions;
        this.thread = new Thread(this::readAll, "trace");
        thread.setDaemon(true);
        thread.start();
        this.first = take();
    }

    /** Whether the first line activates an edition. */
    boolean activatesFirst() {
        return !first.lines().isEmpty()
                && first.lines().get(0).event().type().name().equals("edition.activated");
    }

    /** The next batch; empty at the end. */
    List<Line> next() {
        Batch batch = first;
        if (batch.broken() != null) {
            throw batch.broken();
        }
        if (!batch.lines().isEmpty()) {
            first = take();
        }
        return batch.lines();
    }

    private Batch take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted.", e);
        }
    }

    private void readAll() {
        try {
            put(readBatches());
        } catch (InterruptedException e) {
            // why: the replay was closed before its end; nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    /** Reads to the end or to the first fault, which is handed over as the last batch. */
    private Batch readBatches() throws InterruptedException {
        List<Line> lines = new ArrayList<>(BATCH);
        try {
            for (Optional<TraceLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(parse(line.get()));
                if (lines.size() == BATCH) {
                    put(new Batch(lines, null));
                    lines = new ArrayList<>(BATCH);
                }
            }
        } catch (BrokenTrace broken) {
            return broken(lines, broken);
        } catch (IOException unreadable) {
            return broken(lines, new UncheckedIOException(unreadable));
        }
        if (!lines.isEmpty()) {
            put(new Batch(lines, null));
        }
        return Batch.END;
    }

    private Batch broken(List<Line> before, RuntimeException why) throws InterruptedException {
        if (!before.isEmpty()) {
            put(new Batch(before, null));
        }
        return new Batch(List.of(), why);
    }

    private void put(Batch batch) throws InterruptedException {
        queue.put(batch);
    }

    private Line parse(TraceLine line) {
        TraceEvents.Traced traced = TraceEvents.traced(reader.name(), line, events);
        known(line, traced.event());
        return new Line(line.number(), traced.at(), traced.event());
    }

    private void known(TraceLine line, Event event) {
        if (event.type().name().equals("edition.activated")
                && !editions.knows(String.valueOf(event.value("edition")))) {
            throw new BrokenTrace(
                    reader.name(),
                    line.number(),
                    "The edition (" + event.value("edition") + ") is not among those given.\nMaybe add its playbook.");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
