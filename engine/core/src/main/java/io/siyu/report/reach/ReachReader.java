package io.siyu.report.reach;

import io.siyu.decision.Foresight;
import io.siyu.decision.Foresight.Question;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.partition.PartitionStates;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Asks members, as they are stored with their last commits, whether a message is meant for them and would reach them: those
 * of some partitions at once, or all. Members are spread over partitions by hash, so some are a fair sample. Safe for many
 * threads; calls that fail throw {@link io.siyu.partition.StoreDownException}.
 */
public final class ReachReader {
    /** Of a large house so many partitions are read, from the first. */
    static final int FEWEST = 2;

    private static final int CHUNK = 1_000;

    private final PartitionStates states;
    private final int partitions;
    private final long enough;

    /** @param partitions of the house */
    public ReachReader(PartitionStates states, int partitions) {
        this(states, partitions, 20_000);
    }

    /** @param enough of a small house partitions are added until so many members were asked */
    ReachReader(PartitionStates states, int partitions, long enough) {
        this.states = states;
        this.partitions = partitions;
        this.enough = enough;
    }

    /** From a sample, with intervals; exact where the house is small enough. */
    public Reach sample(Edition edition, Question question, Instant at) {
        Tally tally = new Tally();
        int read = 0;
        try (Foresight foresight = new Foresight(edition, question)) {
            while (read < partitions && (read < FEWEST || tally.members() < enough)) {
                ask(read, foresight, at, tally);
                read++;
            }
        }
        return tally.told(read, partitions, at);
    }

    /** From every member, by so many threads. */
    public Reach exact(Edition edition, Question question, Instant at, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "reach");
            thread.setDaemon(true);
            return thread;
        });
        try {
            AtomicInteger next = new AtomicInteger();
            List<CompletableFuture<Tally>> parts = IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(() -> share(edition, question, at, next), pool))
                    .toList();
            Tally all = new Tally();
            parts.forEach(part -> all.add(part.join()));
            return all.told(partitions, partitions, at);
        } catch (CompletionException failed) {
            // why: whoever asks knows what a store that is down means, and not which thread met it
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one thread takes of all partitions. */
    private Tally share(Edition edition, Question question, Instant at, AtomicInteger next) {
        Tally tally = new Tally();
        try (Foresight foresight = new Foresight(edition, question)) {
            for (int partition = next.getAndIncrement(); partition < partitions; partition = next.getAndIncrement()) {
                ask(partition, foresight, at, tally);
            }
        }
        return tally;
    }

    private void ask(int partition, Foresight foresight, Instant at, Tally tally) {
        PartitionState held = states.checkpoints(List.of(partition)).get(0).state();
        String after = "";
        List<Subject> chunk = states.subjects(partition, SubjectKind.MEMBER, after, CHUNK);
        while (!chunk.isEmpty()) {
            List<State> members = new ArrayList<>(states.states(chunk).values());
            members.forEach(member -> tally.member(foresight.of(member, held, at)));
            after = chunk.get(chunk.size() - 1).id();
            chunk = states.subjects(partition, SubjectKind.MEMBER, after, CHUNK);
        }
    }
}
