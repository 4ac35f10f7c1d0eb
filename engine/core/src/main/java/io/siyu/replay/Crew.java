package io.siyu.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that run virtual minutes; a minute with little to do runs on the caller's thread. */
final class Crew implements MinuteRun, AutoCloseable {
    private static final int WORTH_SHARING = 64;

    private final int workers;
    private final ExecutorService threads;

    /** A crew of this many workers, from 1. */
    Crew(int workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs one minute of every partition that has something to do, and waits for all. */
    @Override
    public void run(List<? extends Lane> lanes, Map<Integer, LaneMinute> minute) {
        int work = 0;
        for (LaneMinute lane : minute.values()) {
            work += lane.size();
        }
        if (workers == 1 || work < WORTH_SHARING) {
            minute.forEach((partition, lane) -> lane.run(lanes.get(partition)));
        } else {
            share(lanes, minute);
        }
    }

    private void share(List<? extends Lane> lanes, Map<Integer, LaneMinute> minute) {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int mine = worker;
            shares.add(() -> {
                minute.forEach((partition, lane) -> {
                    if (partition % workers == mine) {
                        lane.run(lanes.get(partition));
                    }
                });
                return null;
            });
        }
        try {
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A replay worker failed.", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
