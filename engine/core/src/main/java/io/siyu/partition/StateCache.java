package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.member.State;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States as stored, of subjects one worker owns; also remembers that there is none. Not for many threads. */
final class StateCache {
    private final int limit;
    private final Map<Subject, Known> known = new LinkedHashMap<>(1024, 0.75f, true);

    private record Known(@Nullable State state) {}

    /** Keeps so many after {@link #shrink()}. */
    StateCache(int limit) {
        this.limit = limit;
    }

    boolean knows(Subject subject) {
        return known.containsKey(subject);
    }

    @Nullable
    State get(Subject subject) {
        Known found = known.get(subject);
        return found == null ? null : found.state();
    }

    void put(Subject subject, State state) {
        known.put(subject, new Known(state));
    }

    /** Takes what was found when these were looked for. */
    void take(Collection<Subject> looked, Map<Subject, State> found) {
        for (Subject subject : looked) {
            known.put(subject, new Known(found.get(subject)));
        }
    }

    /** Forgets the least recently used beyond the limit; between rounds, since a round relies on what it loaded. */
    void shrink() {
        Iterator<Subject> eldest = known.keySet().iterator();
        for (int over = known.size() - limit; over > 0; over--) {
            eldest.next();
            eldest.remove();
        }
    }

    void forget(int partition, int partitions) {
        known.keySet().removeIf(subject -> subject.partitionOf(partitions) == partition);
    }

    void clear() {
        known.clear();
    }
}
