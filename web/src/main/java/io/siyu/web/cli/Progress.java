package io.siyu.web.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A progress bar on the error stream, drawn only when a person is watching; any thread may report. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 40;

    private final PrintWriter err;
    private final boolean watched;
    private final String label;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong(-1);

    /** @param total what {@link #add} will sum up to, more than 0 for a bar, else only the count is drawn */
    public Progress(PrintWriter err, boolean watched, String label, long total) {
        this.err = err;
        this.watched = watched;
        this.label = label;
        this.total = total;
    }

    /** Whether the launcher found the error stream to be a terminal. */
    public static boolean isWatched() {
        return Boolean.getBoolean("siyu.terminal");
    }

    /** Tells that so much more is done. */
    public void add(long amount) {
        long now = done.addAndGet(amount);
        if (!watched) {
            return;
        }
        long step = total > 0 ? Math.min(100, now * 100 / total) : now / 10_000;
        long before = drawn.get();
        if (step > before && drawn.compareAndSet(before, step)) {
            draw(now, step);
        }
    }

    /** Removes the bar, so that what is printed next starts on a clean line. */
    @Override
    public void close() {
        if (watched && drawn.get() >= 0) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    private synchronized void draw(long now, long step) {
        if (total > 0) {
            int full = (int) (step * WIDTH / 100);
            err.printf(Locale.ROOT, "\r%s [%s%s] %3d %%", label, "#".repeat(full), ".".repeat(WIDTH - full), step);
        } else {
            err.printf(Locale.ROOT, "\r%s %,d", label, now);
        }
        err.flush();
    }
}
