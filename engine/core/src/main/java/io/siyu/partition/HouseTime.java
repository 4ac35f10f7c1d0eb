package io.siyu.partition;

import java.time.Instant;

/** The house's time: one clock for all nodes, kept in the store. */
public interface HouseTime {

    /** How the house's time runs. */
    HouseClock clock();

    /** The house's time now. */
    Instant now();

    /** Lets it run at this pace (1/1000) from now on, or stand still. */
    HouseClock run(long permille, boolean paused);

    /** Puts the house's time to {@code house}, running at {@code permille}; entries never go back behind their log. */
    HouseClock set(Instant house, long permille);
}
