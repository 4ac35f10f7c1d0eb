package io.siyu.house;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Outcome;
import io.siyu.dispatch.Queue;
import io.siyu.dispatch.Vault;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.State;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Flush;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Ports that do what those behind them do and tell an observer. */
public final class Observed {
    private Observed() {}

    /** An intake whose answers are told. */
    public static Intake intake(Intake intake, Observer observer) {
        return arrivals -> {
            long began = System.nanoTime();
            var admissions = intake.accept(arrivals);
            observer.admitted(admissions, since(began));
            return admissions;
        };
    }

    /** A store whose commits, letters and outcomes are told. */
    static Store store(Store store, Observer observer) {
        return new Watched(store, observer);
    }

    static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private record Watched(Store store, Observer observer) implements Store {
        @Override
        public int partitions() {
            return store.partitions();
        }

        @Override
        public Intake intake() {
            return Observed.intake(store.intake(), observer);
        }

        @Override
        public PartitionLog log() {
            return new Log(store.log(), observer);
        }

        @Override
        public PartitionStates states() {
            return new States(store.states(), observer);
        }

        @Override
        public Outbox outbox() {
            return new Sending(store.outbox(), observer);
        }

        @Override
        public Vault vault() {
            return store.vault();
        }

        @Override
        public HouseTime time() {
            return store.time();
        }

        @Override
        public Lease lease(Duration length) {
            return store.lease(length);
        }

        @Override
        public void look() {
            store.look();
        }

        @Override
        public boolean project() {
            return store.project();
        }

        @Override
        public boolean archive() {
            return store.archive();
        }

        @Override
        public void snapshot(int partition, Entry entry) {
            store.snapshot(partition, entry);
        }

        @Override
        public void onAppended(IntConsumer appended) {
            store.onAppended(appended);
        }

        @Override
        public void take() {
            store.take();
        }
    }

    private record Log(PartitionLog log, Observer observer) implements PartitionLog {
        @Override
        public Map<Integer, List<Entry>> entries(Map<Integer, Long> after, int limit) {
            return log.entries(after, limit);
        }

        @Override
        public void append(EntryKind kind, Event event, @Nullable Instant at) {
            log.append(kind, event, at);
        }

        @Override
        public void appendAll(EntryKind kind, List<Event> events) {
            log.appendAll(kind, events);
        }

        @Override
        public int forward(Collection<Integer> partitions) {
            int letters = log.forward(partitions);
            if (letters > 0) {
                observer.forwarded(letters);
            }
            return letters;
        }

        @Override
        public List<Integer> tick(Collection<Integer> partitions) {
            return log.tick(partitions);
        }
    }

    private record States(PartitionStates states, Observer observer) implements PartitionStates {
        @Override
        public List<Checkpoint> checkpoints(Collection<Integer> partitions) {
            return states.checkpoints(partitions);
        }

        @Override
        public Map<Subject, State> states(Collection<Subject> subjects) {
            return states.states(subjects);
        }

        @Override
        public List<List<Subject>> visited(List<Visit> visits) {
            return states.visited(visits);
        }

        @Override
        public List<Subject> due(int partition, Instant until, int limit) {
            return states.due(partition, until, limit);
        }

        @Override
        public List<Subject> subjects(int partition, SubjectKind kind, String after, int limit) {
            return states.subjects(partition, kind, after, limit);
        }

        @Override
        public List<Answer> commit(List<Flush> flushes) {
            long began = System.nanoTime();
            List<Answer> answers = states.commit(flushes);
            observer.committed(flushes, answers, since(began));
            return answers;
        }
    }

    private record Sending(Outbox outbox, Observer observer) implements Outbox {
        @Override
        public Map<Queue, Map<Integer, Long>> waiting(Collection<Integer> partitions) {
            return outbox.waiting(partitions);
        }

        @Override
        public int recall(Collection<Integer> partitions) {
            return outbox.recall(partitions);
        }

        @Override
        public List<Claim> claim(Queue queue, String slot, Map<Integer, Integer> shares) {
            return outbox.claim(queue, slot, shares);
        }

        @Override
        public Set<Integer> owned(Collection<Integer> partitions, long epoch) {
            return outbox.owned(partitions, epoch);
        }

        @Override
        public long epoch() {
            return outbox.epoch();
        }

        @Override
        public void end(List<Outcome> outcomes) {
            outbox.end(outcomes);
            observer.ended(outcomes);
        }

        @Override
        public List<Claim> open(Collection<Integer> partitions) {
            return outbox.open(partitions);
        }

        @Override
        public boolean cancel(Subject subject, String message) {
            return outbox.cancel(subject, message);
        }
    }
}
