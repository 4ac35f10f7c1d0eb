package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.decision.Letter;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Next;
import io.siyu.rule.Consulted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A partition of a replay: its log exists only while it runs, its holdings in memory. */
final class MemoryLane implements Lane {
    private final Supplier<Advance> advance;
    private final MemoryHoldings holdings;
    private final int partition;
    private final long begun;
    private final Deque<Next> waiting = new ArrayDeque<>(2);
    private List<Letter> letters = new ArrayList<>();
    private List<Made> made = new ArrayList<>();
    private List<Heard> heard = new ArrayList<>();
    private List<String> faults = new ArrayList<>(0);
    private Instant last = Instant.MIN;
    private long position;

    /** That the rules were asked about a fact, with the entry it was of. */
    record Heard(Entry entry, Consulted consulted) {}

    /** A decision with its place in the order of all. */
    record Made(int partition, long position, int ordinal, Decision decision) {}

    /** Its log goes on behind what it begins with, for scans leave out whoever is newer than they are. */
    MemoryLane(Replay.Begin begin, Supplier<Advance> advance) {
        this.partition = begin.holdings().partition().number();
        this.holdings = begin.holdings();
        this.begun = begin.position();
        this.position = begun;
        this.advance = advance;
    }

    @Override
    public void settle(Instant at, EntryKind kind, Event event) {
        last = at.isAfter(last) ? at : last;
        waiting.add(new Next(kind, event));
        while (!waiting.isEmpty()) {
            Next next = waiting.remove();
            position++;
            take(advance.get().decide(new Entry(position, last, next.kind(), next.event()), holdings));
        }
    }

    private void take(Commit commit) {
        holdings.apply(commit);
        waiting.addAll(commit.next());
        letters.addAll(commit.letters());
        commit.consulted().forEach(one -> heard.add(new Heard(commit.entry(), one)));
        int ordinal = 0;
        for (Decision decision : commit.decisions()) {
            made.add(new Made(partition, position, ordinal++, decision));
        }
        commit.faults().forEach(fault -> faults.add("rule (" + fault.rule() + "): " + fault.reason()));
        if (!commit.dead().isEmpty()) {
            faults.add("event (" + commit.entry().event().id() + "): " + commit.dead());
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return holdings.nextDue();
    }

    @Override
    public List<Letter> takeLetters() {
        if (letters.isEmpty()) {
            return List.of();
        }
        List<Letter> taken = letters;
        letters = new ArrayList<>();
        return taken;
    }

    List<Made> takeMade() {
        if (made.isEmpty()) {
            return List.of();
        }
        List<Made> taken = made;
        made = new ArrayList<>();
        return taken;
    }

    List<Heard> takeHeard() {
        if (heard.isEmpty()) {
            return List.of();
        }
        List<Heard> taken = heard;
        heard = new ArrayList<>();
        return taken;
    }

    List<String> takeFaults() {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<String> taken = faults;
        faults = new ArrayList<>(0);
        return taken;
    }

    PartitionState partition() {
        return holdings.partition();
    }

    /** How many entries its log has had. */
    long entries() {
        return position - begun;
    }
}
