package io.siyu.house;

import io.siyu.decision.Letter;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.Worker;
import io.siyu.replay.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A partition of a live house under a trace's clock: the real log and a worker of its own, on the caller's thread. */
final class LoggedLane implements Lane {
    private static final Instant ANY_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final Store store;
    private final int partition;
    private final Worker worker;
    private final IdentityHashMap<Event, Map<String, String>> personal = new IdentityHashMap<>();
    private List<Letter> letters = new ArrayList<>();
    private Optional<Instant> next;

    LoggedLane(Store store, int partition, WorkerOf workers) {
        this.store = store;
        this.partition = partition;
        this.worker = workers.worker(partition, this::written);
        decideAll();
        this.next = earliest();
        letters.clear();
    }

    /** Makes the worker of one partition. */
    interface WorkerOf {
        Worker worker(int partition, Worker.Written written);
    }

    /** Personal values that were split off from this very event and shall enter the vault with it. */
    void bring(Event event, Map<String, String> values) {
        personal.put(event, values);
    }

    @Override
    public void settle(Instant at, EntryKind kind, Event event) {
        if (kind == EntryKind.EVENT) {
            enter(at, event);
        } else {
            store.log().append(kind, event, at);
        }
        decideAll();
        next = earliest();
    }

    private void enter(Instant at, Event event) {
        Map<String, String> values = personal.getOrDefault(event, Map.of());
        Admission admission =
                store.intake().accept(List.of(new Arrival(event, values, at))).get(0);
        if (admission instanceof Admission.Refused refused) {
            throw new StoreDownException("The store did not take the event (" + event.id() + "): " + refused.cause());
        }
        personal.remove(event);
    }

    private void decideAll() {
        int decided;
        do {
            decided = worker.round();
        } while (decided > 0);
    }

    private void written(Flush flush) {
        for (Commit commit : flush.commits()) {
            letters.addAll(commit.letters());
        }
    }

    private Optional<Instant> earliest() {
        List<Subject> first = store.states().due(partition, ANY_TIME, 1);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        State state = store.states().states(first).get(first.get(0));
        return state == null ? Optional.empty() : state.timers().next();
    }

    @Override
    public Optional<Instant> nextDue() {
        return next;
    }

    @Override
    public List<Letter> takeLetters() {
        List<Letter> taken = letters;
        letters = new ArrayList<>();
        return taken;
    }

    void close() {
        worker.close();
    }
}
