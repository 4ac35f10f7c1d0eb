package io.siyu.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of reading one event. */
public sealed interface Reading {

    /**
     * An event in order.
     *
     * @param event without any personal value
     * @param at log time the sender asks for; heeded in traces and under {@code --clock trace} only
     * @param personal the personal values by field, as texts, for the subject's vault
     */
    record Read(Event event, @Nullable Instant at, Map<String, String> personal) implements Reading {
        public Read {
            personal = personal.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(personal));
        }
    }

    /** An event that cannot be accepted; every fault that could be found, in the order met. */
    record Refused(List<Reason> reasons) implements Reading {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
