package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one partition holds as its owner knows it: stored states, over them those of entries decided but not written. */
final class Held implements Holdings {
    private final PartitionStates stored;
    private final StateCache cache;
    private Checkpoint written;
    private PartitionState partition;
    private final Map<Subject, Flush.Change> changes = new LinkedHashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private @Nullable Visit foreseen;
    private List<Subject> found = List.of();

    Held(PartitionStates stored, StateCache cache, Checkpoint checkpoint) {
        this.stored = stored;
        this.cache = cache;
        this.written = checkpoint;
        this.partition = checkpoint.state();
    }

    /** Position of the last entry written. */
    long position() {
        return written.position();
    }

    boolean changed() {
        return !commits.isEmpty();
    }

    void apply(Commit commit) {
        commits.add(commit);
        partition = commit.partition();
        commit.states().forEach(this::change);
    }

    private void change(Subject subject, State after) {
        Flush.Change earlier = changes.get(subject);
        State before = earlier == null ? cache.get(subject) : earlier.before();
        Flush.Change change = new Flush.Change(before, after);
        if (change.isNone()) {
            changes.remove(subject);
        } else {
            changes.put(subject, change);
        }
    }

    Flush flush() {
        return new Flush(written, partition, changes, commits);
    }

    /** The flush is written: what was decided is now stored. */
    void keep() {
        written = flush().through();
        changes.forEach((subject, change) -> cache.put(subject, change.after()));
        changes.clear();
        commits.clear();
        foreseen = null;
        found = List.of();
    }

    @Override
    public PartitionState partition() {
        return partition;
    }

    @Override
    public @Nullable State state(Subject subject) {
        Flush.Change change = changes.get(subject);
        if (change != null) {
            return change.after();
        }
        if (!cache.knows(subject)) {
            load(List.of(subject));
        }
        return cache.get(subject);
    }

    @Override
    public List<Subject> due(Instant until, int limit) {
        requireWritten();
        return load(found(new Visit.Due(partition.number(), until, limit)));
    }

    @Override
    public List<Subject> subjects(SubjectKind kind, String after, int limit) {
        requireWritten();
        return load(found(new Visit.Behind(partition.number(), kind, after, limit)));
    }

    /** The store was asked this beforehand and answered so; it holds until something is written. */
    void foresee(Visit visit, List<Subject> subjects) {
        foreseen = visit;
        found = subjects;
    }

    private List<Subject> found(Visit visit) {
        return visit.equals(foreseen) ? found : visit.in(stored);
    }

    private List<Subject> load(List<Subject> subjects) {
        Collection<Subject> missing = new ArrayList<>();
        for (Subject subject : subjects) {
            if (!cache.knows(subject)) {
                missing.add(subject);
            }
        }
        if (!missing.isEmpty()) {
            cache.take(missing, stored.states(missing));
        }
        return subjects;
    }

    private void requireWritten() {
        if (changed()) {
            throw new IllegalStateException("The store's indexes are asked before what was decided is written.");
        }
    }
}
