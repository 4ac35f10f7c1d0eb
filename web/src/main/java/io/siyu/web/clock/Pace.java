package io.siyu.web.clock;

import io.siyu.partition.HouseClock;

/** How fast the days of a demonstration may pass, by the real seconds one of them takes. */
enum Pace {
    SLOW(60),
    EASY(20),
    BRISK(10),
    FAST(5);

    private static final long SECONDS_A_DAY = 86_400;

    private final int seconds;

    Pace(int seconds) {
        this.seconds = seconds;
    }

    /** Real seconds a day takes. */
    public int seconds() {
        return seconds;
    }

    /** The pace in 1/1000 of real time. */
    public long permille() {
        return SECONDS_A_DAY * 1_000 / seconds;
    }

    /** Whether the clock runs at it. */
    public boolean isOf(HouseClock clock) {
        return clock.permille() == permille();
    }
}
