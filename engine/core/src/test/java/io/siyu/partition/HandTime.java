package io.siyu.partition;

import java.time.Instant;
import java.time.InstantSource;

/** The house's time over a clock a test holds in its hand. */
public final class HandTime implements HouseTime {
    private final InstantSource store;
    private HouseClock clock = HouseClock.REAL;

    /** @param store what the store's clock shows */
    public HandTime(InstantSource store) {
        this.store = store;
    }

    @Override
    public synchronized HouseClock clock() {
        return clock;
    }

    @Override
    public synchronized Instant now() {
        return clock.at(store.instant());
    }

    @Override
    public synchronized HouseClock run(long permille, boolean paused) {
        clock = clock.at(store.instant(), permille, paused);
        return clock;
    }

    @Override
    public synchronized HouseClock set(Instant house, long permille) {
        clock = new HouseClock(store.instant(), house, permille, false, clock.version() + 1);
        return clock;
    }
}
