package io.siyu.partition;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validated event that asks to enter the house.
 *
 * @param personal the personal values split off from it, by field; they go to the subject's vault, never into the log
 * @param at the log time it asks for; heeded by a house whose clock is the trace's, else null
 */
public record Arrival(
        Event event, Map<String, String> personal, @Nullable Instant at) {
    public Arrival {
        personal = Collections.unmodifiableMap(new LinkedHashMap<>(personal));
    }

    /** An event without personal values that takes the house's time. */
    public static Arrival of(Event event) {
        return new Arrival(event, Map.of(), null);
    }
}
