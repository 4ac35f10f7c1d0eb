package io.siyu.web.clock;

/** The clock of a house that is driven by a trace. */
@FunctionalInterface
public interface TraceClock {

    /** Plays letters, timers and schedules to their end, as a replay does that is not told to stop before. */
    void drain();
}
