package io.siyu.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the events the house itself tells: ticks, scans, steps due, letters. */
public final class HouseEvents {
    /** The source of every event the house makes. */
    public static final String SOURCE = "siyu";

    private HouseEvents() {}

    /** An event of a house type (or one the house issues, such as a coupon); a key that is no field is an error. */
    public static Event of(EventType type, String id, Subject subject, Instant time, Map<String, ?> data) {
        @Nullable Object[] values = new Object[type.fields().size()];
        for (Map.Entry<String, ?> entry : data.entrySet()) {
            int index = type.indexOf(entry.getKey());
            if (index < 0) {
                throw new IllegalArgumentException(
                        "The event type (" + type.name() + ") has no field (" + entry.getKey() + ").");
            }
            values[index] = entry.getValue();
        }
        return new Event(id, SOURCE, type, subject, time, new Values(type.fields(), values), false);
    }
}
