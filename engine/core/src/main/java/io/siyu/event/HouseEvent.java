package io.siyu.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event the house itself tells (a tick, a scan, a step due, a letter), while it is being put together. */
public final class HouseEvent {
    /** The source of every event the house makes. */
    public static final String SOURCE = "siyu";

    private final EventType type;
    private final String id;
    private final @Nullable Object[] values;

    private HouseEvent(EventType type, String id) {
        this.type = type;
        this.id = id;
        this.values = new Object[type.fields().size()];
    }

    /** A house event of this type; {@code id} is unique among the events of the house. */
    public static HouseEvent of(EventType type, String id) {
        return new HouseEvent(type, id);
    }

    /** With a value; a name that is no field of the type is an error. */
    public HouseEvent with(String field, @Nullable Object value) {
        int index = type.indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("The event type (" + type.name() + ") has no field (" + field + ").");
        }
        values[index] = value;
        return this;
    }

    /** The finished event. */
    public Event about(Subject subject, Instant time) {
        return new Event(id, SOURCE, type, subject, time, new Values(type.fields(), values.clone()), false);
    }
}
