package io.siyu.house;

import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An intake that lets so many batches in at once; the others wait a moment, then are to come again. So a flood takes
 * neither the connections nor the memory that the house needs to work off what it has.
 */
public final class Turnstile implements Intake {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Intake inside;
    private final Semaphore free;
    private final Duration patience;

    /** @param patience how long, in real time, a batch waits to get in */
    public Turnstile(Intake inside, int atOnce, Duration patience) {
        this.inside = inside;
        this.free = new Semaphore(atOnce);
        this.patience = patience;
    }

    @Override
    public List<Admission> accept(List<Arrival> arrivals) {
        if (!enter()) {
            return Collections.nCopies(arrivals.size(), new Admission.Refused(Admission.Cause.BUSY, SOON));
        }
        try {
            return inside.accept(arrivals);
        } finally {
            free.release();
        }
    }

    private boolean enter() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
