package io.siyu.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in CloudEvents 1.0 terms, validated against the catalogue.
 *
 * @param id unique within its source
 * @param source who says so
 * @param time when it happened
 * @param backfill history told at go-live: changes state, proposes nothing
 */
public record Event(
        String id, String source, EventType type, Subject subject, Instant time, Values data, boolean backfill) {

    /** The value of a field, or null. */
    public @Nullable Object value(String field) {
        return data.get(field);
    }
}
