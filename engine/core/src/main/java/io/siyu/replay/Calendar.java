package io.siyu.replay;

import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/** The occurrences still to come under the edition in force. */
final class Calendar {
    private final Set<String> fired = new HashSet<>();
    private Queue<Planned> coming = queue();

    /** An occurrence and the moment it runs: as planned, or at once if its window is open when it becomes known. */
    record Planned(Instant at, Occurrence occurrence) {}

    /** An edition comes into force: what it plans replaces what was planned; what has fired stays fired. */
    void activate(Edition edition, Instant at) {
        coming = queue();
        for (Occurrence occurrence : Schedule.occurrences(
                edition.campaigns().values(), edition.settings().zone())) {
            if (occurrence.closes().isAfter(at) && !fired.contains(occurrence.id())) {
                Instant run = occurrence.planned().isBefore(at) ? at : occurrence.planned();
                coming.add(new Planned(run, occurrence));
            }
        }
    }

    Optional<Instant> next() {
        return Optional.ofNullable(coming.peek()).map(Planned::at);
    }

    /** Takes what runs before {@code end}, in order. */
    List<Planned> takeBefore(Instant end) {
        List<Planned> taken = new ArrayList<>();
        while (!coming.isEmpty() && coming.element().at().isBefore(end)) {
            Planned planned = coming.remove();
            if (fired.add(planned.occurrence().id())) {
                taken.add(planned);
            }
        }
        return taken;
    }

    private static Queue<Planned> queue() {
        return new PriorityQueue<>(Comparator.comparing(Planned::at)
                .thenComparing(planned -> planned.occurrence().id()));
    }
}
