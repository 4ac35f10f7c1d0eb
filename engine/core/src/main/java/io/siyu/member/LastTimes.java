package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When an event of a type last happened to a subject, for the types that promises name. */
public record LastTimes(Map<String, Instant> byType) {

    /** Nothing happened. */
    public static final LastTimes NONE = new LastTimes(Map.of());

    public LastTimes {
        byType = SortedByText.of(byType);
    }

    /**
     * After an event, if its type is one of those named; types that no promise names any more are then forgotten. What
     * happened earlier than what is known changes nothing.
     */
    public LastTimes after(Event event, Set<String> named) {
        String type = event.type().name();
        if (!named.contains(type)) {
            return this;
        }
        SortedByText<Instant> next = SortedByText.of(byType);
        for (String known : byType.keySet()) {
            next = named.contains(known) ? next : next.without(known);
        }
        Instant last = byType.get(type);
        return new LastTimes(last == null || last.isBefore(event.time()) ? next.with(type, event.time()) : next);
    }

    /** When it last happened; null if it did not, or nobody asked for it then. */
    public @Nullable Instant of(String type) {
        return byType.get(type);
    }
}
