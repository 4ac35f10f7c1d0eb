package io.siyu.replay;

import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens in one partition in one virtual minute: letters at its start, then occurrences, ticks and lines in order
 * of time. Each is settled before the next; partitions do not see each other within a minute.
 */
final class LaneMinute {
    private final Instant end;
    private final int partition;
    private final EventType tick;
    private final List<Due> letters = new ArrayList<>(0);
    private final List<Due> lines = new ArrayList<>(1);

    /** Something to be settled at a moment of the minute. */
    private record Due(Instant at, EntryKind kind, Event event) {}

    LaneMinute(Instant start, int partition, EventType tick) {
        this.end = start.plus(Duration.ofMinutes(1));
        this.partition = partition;
        this.tick = tick;
    }

    /** Letters come before everything else of the minute, in the order given. */
    void letter(Instant at, Event event) {
        letters.add(new Due(at, EntryKind.LETTER, event));
    }

    /** Adds an entry; callers add a schedule's occurrences before the lines of the same moment. */
    void add(Instant at, EntryKind kind, Event event) {
        lines.add(new Due(at, kind, event));
    }

    int size() {
        return letters.size() + lines.size();
    }

    void run(Lane lane) {
        for (Due letter : letters) {
            lane.settle(letter.at(), letter.kind(), letter.event());
        }
        // why: a stable sort; a schedule's occurrences were added first and so precede lines of the same moment.
        lines.sort(Comparator.comparing(Due::at));
        for (Due due : lines) {
            boolean first = due.kind() != EntryKind.EVENT;
            ticks(lane, first ? due.at().minusMillis(1) : due.at());
            lane.settle(due.at(), due.kind(), due.event());
        }
        ticks(lane, end.minusMillis(1));
    }

    private void ticks(Lane lane, Instant until) {
        for (var due = lane.nextDue(); due.isPresent(); due = lane.nextDue()) {
            Instant at = gridded(due.get());
            if (at.isAfter(until)) {
                return;
            }
            lane.settle(
                    at,
                    EntryKind.TICK,
                    HouseEvent.of(tick, "tick-" + partition + "-" + at.getEpochSecond())
                            .about(Subject.partition(partition), at));
        }
    }

    /** The first second of the grid at or after a due time. */
    static Instant gridded(Instant due) {
        Instant second = due.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(due) ? due : second.plusSeconds(1);
    }
}
