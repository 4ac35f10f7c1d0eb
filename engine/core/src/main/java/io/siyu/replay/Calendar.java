package io.siyu.replay;

import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The occurrences still to come under the edition in force; schedules without an end are worked out as time goes on. */
final class Calendar {
    private final Set<String> fired = new HashSet<>();
    /** What runs next: all that became known with its window open, then at most the next of {@link #others}. */
    private final Queue<Planned> coming = new ArrayDeque<>();

    private Iterator<Occurrence> others = Collections.emptyIterator();
    private Instant endless = Instant.MAX;
    private @Nullable Edition edition;

    /** An occurrence and the moment it runs: as planned, or at once if its window is open when it becomes known. */
    record Planned(Instant at, Occurrence occurrence) {}

    /** An edition comes into force: what it plans replaces what was planned; what has fired stays fired. */
    void activate(Edition now, Instant at) {
        edition = now;
        coming.clear();
        others = Schedule.from(now.campaigns().values(), now.settings().zone(), at, endless);
        List<Occurrence> open = new ArrayList<>();
        while (refill() && !coming.element().at().isAfter(at)) {
            open.add(coming.remove().occurrence());
        }
        Optional<Planned> next = Optional.ofNullable(coming.poll());
        open.sort(Comparator.comparing(Occurrence::id));
        open.forEach(occurrence -> coming.add(new Planned(at, occurrence)));
        next.ifPresent(coming::add);
    }

    /** From {@code end} on, schedules without an end begin no round; rounds begun and all others go on. */
    void endRounds(Instant end) {
        endRounds(end, end);
    }

    private void endRounds(Instant end, Instant at) {
        endless = end;
        if (edition != null) {
            activate(edition, at);
        }
    }

    /** A line came after the end: what was ended goes on. */
    void goOn(Instant at) {
        if (!endless.equals(Instant.MAX)) {
            endRounds(Instant.MAX, at);
        }
    }

    Optional<Instant> next() {
        while (refill()) {
            if (!fired.contains(coming.element().occurrence().id())) {
                return Optional.of(coming.element().at());
            }
            coming.remove();
        }
        return Optional.empty();
    }

    /** Takes what runs before {@code end}, in order. */
    List<Planned> takeBefore(Instant end) {
        List<Planned> taken = new ArrayList<>();
        while (next().filter(at -> at.isBefore(end)).isPresent()) {
            Planned planned = coming.remove();
            fired.add(planned.occurrence().id());
            taken.add(planned);
        }
        return taken;
    }

    private boolean refill() {
        if (coming.isEmpty() && others.hasNext()) {
            Occurrence next = others.next();
            coming.add(new Planned(next.planned(), next));
        }
        return !coming.isEmpty();
    }
}
