package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logs of all partitions. Calls that fail throw {@link StoreDownException}. */
public interface PartitionLog {

    /** Up to {@code limit} entries of each partition behind the position given for it; those without any are absent. */
    Map<Integer, List<Entry>> entries(Map<Integer, Long> after, int limit);

    /**
     * Appends an entry of the house itself to the partition of its subject; never refused for lack of room, and once
     * only: an event of the same source and id changes nothing.
     *
     * @param at its log time under a clock that is the trace's; null takes the house's time
     */
    void append(EntryKind kind, Event event, @Nullable Instant at);

    /** As {@link #append} for each of these, in the house's time; a store that can does it in one round trip. */
    default void appendAll(EntryKind kind, List<Event> events) {
        events.forEach(event -> append(kind, event, null));
    }

    /** Takes the letters these partitions wrote to the logs they are addressed to, each once; how many. */
    int forward(Collection<Integer> partitions);

    /** Appends a tick to each of these partitions that has a timer due and no tick waiting; which. */
    List<Integer> tick(Collection<Integer> partitions);
}
