package io.siyu.partition.redis;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for what a house does in its own time, and leaves it the machine meanwhile. */
final class Awaited {
    private Awaited() {}

    static void await(BooleanSupplier reached) {
        await("reached", reached);
    }

    static void await(String what, BooleanSupplier reached) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(reached::getAsBoolean);
    }
}
