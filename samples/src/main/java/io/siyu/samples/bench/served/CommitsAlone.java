package io.siyu.samples.bench.served;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import io.siyu.partition.LoadedEditions;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.rule.Edition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the store alone can take: events decided beforehand, their commits made into arguments, then only written. */
public final class CommitsAlone {
    private final Edition edition;
    private final List<List<Flush>> rounds;
    private long proposed;
    private long rendered;
    private long held;

    /**
     * Decides the events in memory.
     *
     * @param known what the house was told of its members before
     * @param batch entries of a partition in one commit, as the live house had them on average
     */
    public CommitsAlone(Edition edition, List<Event> known, List<Event> events, int batch) {
        this.edition = edition;
        this.rounds = new ArrayList<>();
        try (Advance advance =
                new Advance(new LoadedEditions(List.of(edition)), new LiquidTexts(), ServedHouse.partitions())) {
            List<Part> parts = new ArrayList<>();
            for (int partition = 0; partition < ServedHouse.partitions(); partition++) {
                parts.add(new Part(PartitionState.fresh(partition).activated(edition.hash(), 1)));
            }
            known.forEach(event -> part(parts, event).decide(advance, event));
            rounds.add(written(parts));
            int round = batch * ServedHouse.partitions();
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                count(part(parts, event).decide(advance, event).decisions());
                if ((i + 1) % round == 0 || i + 1 == events.size()) {
                    rounds.add(written(parts));
                }
            }
        }
    }

    private static Part part(List<Part> parts, Event event) {
        return parts.get(event.subject().partitionOf(ServedHouse.partitions()));
    }

    private static List<Flush> written(List<Part> parts) {
        return parts.stream().filter(Part::any).map(Part::flush).toList();
    }

    private void count(List<Decision> decisions) {
        proposed += decisions.isEmpty() ? 0 : 1;
        for (Decision decision : decisions) {
            held += decision.ruling().verdict() == Verdict.HOLD ? 1 : 0;
            rendered += decision.text().isEmpty() ? 0 : 1;
        }
    }

    /** Events with a proposal, messages rendered and messages held, of all these events. */
    public double[] shares(int events) {
        return new double[] {(double) proposed / events, (double) rendered / events, (double) held / events};
    }

    /** Writes them to a fresh Redis in this directory, set as a server's is; answers the nanoseconds of the writing. */
    public long nanos(Path directory) {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
                RedisHouse house = ServedHouse.open(redis.url(), edition.catalogue(), directory)) {
            house.take();
            house.prepared(rounds.subList(0, 1)).run();
            Runnable commits = house.prepared(rounds.subList(1, rounds.size()));
            long begun = System.nanoTime();
            commits.run();
            return System.nanoTime() - begun;
        }
    }

    /** A partition that decides, and what it has not handed out. */
    private static final class Part {
        private final MemoryHoldings holdings;
        private final Map<Subject, Flush.Change> changes = new LinkedHashMap<>();
        private final List<Commit> commits = new ArrayList<>();
        private Checkpoint written;
        private long position;

        Part(PartitionState state) {
            this.holdings = new MemoryHoldings(state);
            this.written = new Checkpoint(0, state);
        }

        Commit decide(Advance advance, Event event) {
            Instant at = event.time();
            Commit commit = advance.decide(new Entry(++position, at, EntryKind.EVENT, event), holdings);
            commit.states().forEach(this::change);
            holdings.apply(commit);
            commits.add(commit);
            return commit;
        }

        private void change(Subject subject, State after) {
            Flush.Change earlier = changes.get(subject);
            State before = earlier == null ? holdings.state(subject) : earlier.before();
            Flush.Change change = new Flush.Change(before, after);
            if (change.isNone()) {
                changes.remove(subject);
            } else {
                changes.put(subject, change);
            }
        }

        boolean any() {
            return !commits.isEmpty();
        }

        Flush flush() {
            Flush flush = new Flush(written, holdings.partition(), changes, commits);
            written = flush.through();
            changes.clear();
            commits.clear();
            return flush;
        }
    }
}
