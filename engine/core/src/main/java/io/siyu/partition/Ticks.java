package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Fires the timers due by a tick, in (due, subject, id) order, at most {@value #MOST} of them; the rest goes on. */
final class Ticks {
    /** How many timers one tick fires. */
    static final int MOST = 64;

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::subject);

    private final Advance.Work work;
    private final Instant at;

    Ticks(Advance.Work work) {
        this.work = work;
        this.at = work.entry.at();
    }

    /** Whom a tick visits. */
    static Visit visit(int partition, Entry tick) {
        return new Visit.Due(partition, tick.at(), MOST);
    }

    private record Due(Instant at, Subject subject) {}

    void run() {
        List<Subject> subjects = work.holdings.due(at, MOST);
        Queue<Due> queue = new PriorityQueue<>(ORDER);
        subjects.forEach(subject -> enqueue(queue, subject));
        int fired = 0;
        while (fired < MOST && !queue.isEmpty()) {
            Due first = queue.remove();
            State state = work.state(first.subject());
            work.take(work.decide().timer(state, work.partition, at));
            enqueue(queue, first.subject());
            fired++;
        }
        if (!queue.isEmpty() || subjects.size() == MOST) {
            work.next.add(new Next(EntryKind.TICK, continuation()));
        }
    }

    private void enqueue(Queue<Due> queue, Subject subject) {
        Optional<Instant> due = work.state(subject).timers().next();
        if (due.isPresent() && !due.get().isAfter(at)) {
            queue.add(new Due(due.get(), subject));
        }
    }

    private Event continuation() {
        Event tick = work.entry.event();
        return new Event(tick.id() + "+", tick.source(), tick.type(), tick.subject(), tick.time(), tick.data(), false);
    }
}
