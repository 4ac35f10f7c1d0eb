package io.siyu.partition;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one sleeper; a ring while nobody sleeps is not lost. */
final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** Wakes the sleeper, or keeps the next one from sleeping. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Sleeps until the bell rings, at most so long; whether it rang. */
    boolean await(long millis) throws InterruptedException {
        boolean woken = rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return woken;
    }
}
