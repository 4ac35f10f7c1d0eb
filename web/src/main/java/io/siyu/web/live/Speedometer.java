package io.siyu.web.live;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Turns a growing count of events into events for each of the last seconds. */
final class Speedometer {

    private static final int SECONDS = 60;

    private final InstantSource wall;
    private final Deque<Long> perSecond = new ArrayDeque<>(SECONDS + 1);
    private long second = -1;
    private long countedBefore;

    Speedometer(InstantSource wall) {
        this.wall = wall;
    }

    /** The flow, now that so many events have been counted; a second nobody asked in shares with those around it. */
    synchronized Flow flow(long total) {
        long now = wall.instant().getEpochSecond();
        if (second < 0) {
            second = now;
            countedBefore = total;
        }
        long passed = Math.min(now - second, SECONDS);
        long fresh = Math.max(0, total - countedBefore);
        for (long i = 0; i < passed; i++) {
            perSecond.addLast(fresh / passed);
            if (perSecond.size() > SECONDS) {
                perSecond.removeFirst();
            }
        }
        if (passed > 0) {
            second = now;
            countedBefore = total;
        }
        return new Flow(total, List.copyOf(perSecond));
    }
}
