package io.siyu.samples.chaos;

import io.siyu.partition.FailPoint.Place;

/** A node was struck by a fault that was planned. */
final class Struck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean dead;

    /** {@code dead} when the whole process is gone, else only what it was doing. */
    Struck(String where, boolean dead) {
        super(where);
        this.dead = dead;
    }

    /** Strikes who comes to this place. */
    static Runnable at(Place place, boolean dead) {
        return () -> {
            throw new Struck(place.name(), dead);
        };
    }

    boolean dead() {
        return dead;
    }
}
