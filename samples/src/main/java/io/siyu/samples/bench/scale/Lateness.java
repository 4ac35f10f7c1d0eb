package io.siyu.samples.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How late timers fire, from looks at how many have: of all that fired between two looks each counts as fired at the
 * second, the first to be due first.
 */
public final class Lateness {
    /** Of so many timers one is told. */
    private static final int EVERY = 100;

    private final IntFunction<Instant> due;
    private final List<Double> seconds = new ArrayList<>();
    private int fired;

    /** @param due when the timer that comes so many-th is due, in their order */
    public Lateness(IntFunction<Instant> due) {
        this.due = due;
    }

    /** So many have fired by now. */
    public void look(Instant now, int count) {
        for (; fired < count; fired++) {
            if (fired % EVERY == 0) {
                seconds.add(Duration.between(due.apply(fired), now).toNanos() / 1e9);
            }
        }
    }

    /** Seconds, of one in a hundred timers. */
    public List<Double> seconds() {
        return List.copyOf(seconds);
    }
}
