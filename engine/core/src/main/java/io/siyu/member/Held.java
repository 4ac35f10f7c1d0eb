package io.siyu.member;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that waits for the end of a hold, with everything needed to judge and render it again.
 *
 * @param proposal the proposal's id
 * @param event id of the event that caused it
 * @param since when that event happened, for the stale guard
 * @param about values the text may print, already formatted
 */
public record Held(
        String proposal,
        String occurrence,
        String trigger,
        String event,
        Instant since,
        String rule,
        @Nullable String campaign,
        @Nullable String step,
        String action,
        String target,
        int priority,
        Map<String, String> about) {
    public Held {
        about = Collections.unmodifiableMap(new TreeMap<>(about));
    }
}
