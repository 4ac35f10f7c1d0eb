package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a partition holds, in memory: for replay, rehearsal and tests. Not for many threads. */
public final class MemoryHoldings implements Holdings {
    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::subject);

    private final Map<Subject, State> states = new HashMap<>();
    private final TreeSet<Subject> ids = new TreeSet<>();
    private final TreeSet<Due> timers = new TreeSet<>(ORDER);
    private PartitionState partition;

    private record Due(Instant at, Subject subject) {}

    /** Holds nothing but this partition state. */
    public MemoryHoldings(PartitionState partition) {
        this.partition = partition;
    }

    /** Takes over what a commit changed. */
    public void apply(Commit commit) {
        partition = commit.partition();
        commit.states().forEach(this::put);
    }

    /** The same holdings apart from these; states are never changed, so they are shared. */
    public MemoryHoldings copy() {
        MemoryHoldings copy = new MemoryHoldings(partition);
        states.values().forEach(copy::take);
        return copy;
    }

    /** Takes over a state as it was stored. */
    public void take(State state) {
        put(state.subject(), state);
    }

    /** Of how many subjects anything is known. */
    public int size() {
        return states.size();
    }

    /** Everybody anything is known of, in order. */
    public List<Subject> subjects() {
        return List.copyOf(ids);
    }

    private void put(Subject subject, State state) {
        State before = states.put(subject, state);
        if (before == null) {
            ids.add(subject);
        }
        Optional<Instant> was =
                before == null ? Optional.empty() : before.timers().next();
        Optional<Instant> now = state.timers().next();
        if (!was.equals(now)) {
            was.ifPresent(at -> timers.remove(new Due(at, subject)));
            now.ifPresent(at -> timers.add(new Due(at, subject)));
        }
    }

    /** When the earliest timer is due. */
    public Optional<Instant> nextDue() {
        return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().at());
    }

    @Override
    public PartitionState partition() {
        return partition;
    }

    @Override
    public @Nullable State state(Subject subject) {
        return states.get(subject);
    }

    @Override
    public List<Subject> due(Instant until, int limit) {
        List<Subject> due = new ArrayList<>();
        for (Due timer : timers) {
            if (timer.at().isAfter(until) || due.size() == limit) {
                break;
            }
            due.add(timer.subject());
        }
        return due;
    }

    @Override
    public List<Subject> subjects(SubjectKind kind, String after, int limit) {
        List<Subject> found = new ArrayList<>();
        Subject from = new Subject(kind, after.isEmpty() ? "\0" : after);
        for (Subject subject : ids.tailSet(from, after.isEmpty())) {
            if (subject.kind() != kind || found.size() == limit) {
                break;
            }
            found.add(subject);
        }
        return found;
    }
}
