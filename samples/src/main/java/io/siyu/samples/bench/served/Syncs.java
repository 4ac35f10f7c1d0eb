package io.siyu.samples.bench.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long this disk takes to make four kilobytes durable, asked again and again beside a run until it is closed. */
public final class Syncs implements AutoCloseable {
    private static final int BYTES = 4_096;
    private static final long EVERY_MILLIS = 50;

    private final List<Double> millis = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    /** Begins to ask, with a file in this directory. */
    public Syncs(Path directory) {
        this.thread = new Thread(() -> ask(directory.resolve("synced")), "syncs");
        this.thread.start();
    }

    private void ask(Path path) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                file.write(ByteBuffer.allocate(BYTES));
                long begun = System.nanoTime();
                file.force(false);
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops asking and tells how long each took, in milliseconds. */
    public List<Double> stop() {
        close();
        return List.copyOf(millis);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
