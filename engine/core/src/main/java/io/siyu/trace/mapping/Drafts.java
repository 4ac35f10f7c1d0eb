package io.siyu.trace.mapping;

import io.siyu.event.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events made so far, held in memory until they can be put in order. */
final class Drafts {

    private static final Comparator<Draft> LOG_ORDER = Comparator.comparing(Draft::time)
            .thenComparingInt(Draft::source)
            .thenComparingInt(Draft::line)
            .thenComparingInt(Draft::form);

    private final List<Draft> all = new ArrayList<>();
    private final Map<String, Integer> lineById = new HashMap<>();
    private final Map<Subject, Draft> firstOf = new LinkedHashMap<>();

    /**
     * One event ready to be written.
     *
     * @param source position of its source in the mapping
     * @param line line of its first row
     * @param form position of its form in the mapping
     */
    @SuppressWarnings("ArrayRecordComponent") // why: drafts are sorted by place, never compared by content
    record Draft(Instant time, int source, int line, int form, byte[] json) {}

    /** Adds an event; one whose source and id were used before is refused. */
    void add(Draft draft, EventJson.Identity identity, Subject subject) throws BadRow {
        Integer before = lineById.putIfAbsent(identity.source() + " " + identity.id(), draft.line());
        if (before != null) {
            throw new BadRow("The id \"" + identity.id() + "\" is already used, in line " + before
                    + ".\nMaybe the row is there twice, or the id needs another column.");
        }
        all.add(draft);
        firstOf.merge(subject, draft, (a, b) -> LOG_ORDER.compare(a, b) <= 0 ? a : b);
    }

    /** The first event of each subject, whatever its source. */
    Map<Subject, Draft> firstOfEach() {
        return new LinkedHashMap<>(firstOf);
    }

    /** All events by time, then order of sources, line and order of forms. */
    List<Draft> inLogOrder() {
        all.sort(LOG_ORDER);
        return all;
    }
}
