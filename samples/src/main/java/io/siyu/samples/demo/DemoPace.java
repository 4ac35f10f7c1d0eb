package io.siyu.samples.demo;

import io.siyu.partition.HouseClock;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Doctor;
import io.siyu.report.Health;
import java.time.Duration;

/** Stops the house's clock while the house has much to catch up with, and lets it go on; a person's own pause stays. */
final class DemoPace {
    /** Real time between two looks. */
    static final Duration STEP = Duration.ofMillis(100);

    // why: a scan shows as one entry for each partition until its last chunk, so even little is told apart from none.
    private static final long MUCH = 400;
    private static final long LITTLE = 40;

    private final HouseTime time;
    private final Doctor doctor;
    private long held = -1;

    DemoPace(HouseTime time, Doctor doctor) {
        this.time = time;
        this.doctor = doctor;
    }

    /** Looks, and stops the clock or lets it go on. */
    void keep() {
        try {
            hold();
        } catch (StoreDownException down) {
            // why: health tells that the store is down; the next look asks again.
            return;
        }
    }

    private void hold() {
        HouseClock clock = time.clock();
        Health health = doctor.examine();
        long behind = health.lag() + health.waiting();
        if (behind > MUCH && !clock.paused()) {
            held = time.run(clock.permille(), true).version();
        } else if (behind < LITTLE && clock.paused() && clock.version() == held) {
            time.run(clock.permille(), false);
        }
    }
}
