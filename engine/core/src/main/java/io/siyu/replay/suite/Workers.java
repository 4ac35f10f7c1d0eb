package io.siyu.replay.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pieces of work that do not need each other, on some threads. */
final class Workers {
    private Workers() {}

    /** What came of each piece, in the order of the pieces. */
    static <T> List<T> all(int workers, List<Callable<T>> pieces) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(workers, pieces.size())));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(pieces)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scenarios were interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The scenarios could not be played.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
