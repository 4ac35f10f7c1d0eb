package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.message.DecisionJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Decisions on their way into a file, numbered and counted on a thread of their own. */
final class DecisionLines implements ReplayWatcher, AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    private static final int BATCH = 512;
    private static final int AHEAD = 16;

    private final OutputStream out;
    private final BlockingQueue<List<Decision>> queue = new ArrayBlockingQueue<>(AHEAD);
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final Map<ReplaySummary.Row, Long> rows = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Thread thread;
    private List<Decision> batch = new ArrayList<>(BATCH);
    private long seq;
    private long faultCount;
    private boolean ended;

    DecisionLines(OutputStream out) {
        this.out = out;
        this.thread = new Thread(this::writeAll, "decisions");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void decided(Decision decision) {
        batch.add(decision);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void fault(String fault) {
        faultCount++;
        if (faults.size() < ReplaySummary.FAULTS_SHOWN) {
            faults.add(fault);
        }
    }

    /** Waits until everything is written. */
    ReplaySummary summary(long entries, long nanos) throws IOException {
        end();
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IOException("The decisions could not be written.", e.getCause());
        }
        return new ReplaySummary(entries, seq, nanos, rows, faultCount, faults);
    }

    private void end() {
        if (!ended) {
            flush();
            put(List.of());
            ended = true;
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            put(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    private void put(List<Decision> decisions) {
        if (written.isDone()) {
            return;
        }
        try {
            queue.put(decisions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted.", e);
        }
    }

    private void writeAll() {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            for (List<Decision> next = queue.take(); !next.isEmpty(); next = queue.take()) {
                for (Decision decision : next) {
                    DecisionJson.write(json, decision, ++seq);
                    rows.merge(ReplaySummary.Row.of(decision), 1L, Long::sum);
                }
            }
            if (seq > 0) {
                json.writeRaw('\n');
            }
            json.flush();
            written.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            written.completeExceptionally(e);
        } catch (RuntimeException e) { // why: the edge of this thread; the fault reaches the caller by the future
            written.completeExceptionally(e);
            queue.clear();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
