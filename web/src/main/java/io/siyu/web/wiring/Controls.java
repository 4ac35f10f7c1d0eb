package io.siyu.web.wiring;

import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.partition.redis.RedisHouse;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The way of control events into every partition's log; each partition hears one id once. */
final class Controls {
    private final RedisHouse house;
    private final @Nullable TraceDoor trace;

    /** @param trace takes them where the clock is a trace's; null when a clock runs by itself */
    Controls(RedisHouse house, @Nullable TraceDoor trace) {
        this.house = house;
        this.trace = trace;
    }

    /** Whether the clock is a trace's. */
    boolean isTrace() {
        return trace != null;
    }

    int partitions() {
        return house.partitions();
    }

    /** @param event the event as the partition of this number hears it */
    void tell(IntFunction<Event> event) {
        if (trace == null) {
            house.log()
                    .appendAll(
                            EntryKind.CONTROL,
                            IntStream.range(0, partitions()).mapToObj(event).toList());
        } else {
            trace.publish(event.apply(0));
        }
    }

    /** The same for one partition. */
    void tell(int partition, Event event) {
        if (trace != null) {
            throw new IllegalStateException("Under a trace's clock every partition hears the same.");
        }
        if (event.subject().partitionOf(partitions()) != partition) {
            throw new IllegalArgumentException("The event is not for the partition (" + partition + ").");
        }
        house.log().appendAll(EntryKind.CONTROL, List.of(event));
    }

    /** Whether partitions can be told different things: not under a trace's clock. */
    boolean tellsEach() {
        return trace == null;
    }
}
