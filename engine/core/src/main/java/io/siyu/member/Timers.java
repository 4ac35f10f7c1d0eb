package io.siyu.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The timers of one subject, ordered by due time, then id. Immutable. */
public record Timers(List<Timer> list) {

    /** No timers. */
    public static final Timers NONE = new Timers(List.of());

    public Timers {
        list = List.copyOf(list);
    }

    /** With {@code timer} planted; one of the same id is replaced. */
    public Timers with(Timer timer) {
        List<Timer> next = new ArrayList<>(list.size() + 1);
        for (Timer other : list) {
            if (!other.id().equals(timer.id())) {
                next.add(other);
            }
        }
        int place = Collections.binarySearch(next, timer);
        next.add(place < 0 ? -place - 1 : place, timer);
        return new Timers(next);
    }

    /** Without the timer of this id. */
    public Timers without(String id) {
        return withoutIf(timer -> timer.id().equals(id));
    }

    /** Without all timers that match. */
    public Timers withoutIf(Predicate<Timer> gone) {
        return list.stream().anyMatch(gone)
                ? new Timers(list.stream().filter(gone.negate()).toList())
                : this;
    }

    /** The timer of this id. */
    public Optional<Timer> find(String id) {
        for (Timer timer : list) {
            if (timer.id().equals(id)) {
                return Optional.of(timer);
            }
        }
        return Optional.empty();
    }

    /** The earliest timer due at or before {@code at}. */
    public Optional<Timer> due(Instant at) {
        return list.isEmpty() || list.get(0).due().isAfter(at) ? Optional.empty() : Optional.of(list.get(0));
    }

    /** When the earliest is due. */
    public Optional<Instant> next() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0).due());
    }
}
