package io.siyu.trace.mapping;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param events number of events by type, in the order of the mapping
 * @param rows number of rows read by source
 * @param badRows rows that gave no event, each of them told
 * @param leftOut events of groups with a bad row
 * @param personal personal values kept out of the trace
 * @param first time of the first event; null when there is none
 * @param last time of the last event; null when there is none
 */
public record ImportSummary(
        Map<String, Long> events,
        Map<String, Long> rows,
        long badRows,
        long leftOut,
        long personal,
        @Nullable Instant first,
        @Nullable Instant last) {

    public ImportSummary {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The number of events of all types. */
    public long total() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }
}
