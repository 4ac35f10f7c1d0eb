package io.siyu.samples.chaos;

import io.siyu.partition.FailPoint;
import org.jspecify.annotations.Nullable;

/** Waits at a fail point of a node and springs once. */
final class Trap implements FailPoint {
    private @Nullable Place place;
    private Runnable what = () -> {};

    /** Does this when the node comes to the place. */
    void arm(Place where, Runnable springing) {
        place = where;
        what = springing;
    }

    /** Takes the trap away; whether it was still waiting. */
    boolean calm() {
        boolean armed = place != null;
        place = null;
        return armed;
    }

    @Override
    public void reached(Place reached) {
        if (reached == place) {
            place = null;
            what.run();
        }
    }
}
