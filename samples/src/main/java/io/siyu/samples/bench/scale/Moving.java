package io.siyu.samples.bench.scale;

import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Flush;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.PartitionStates.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes states through the house's commit: flushes that change subjects and decide no entry. */
final class Moving {
    /** Partitions of a house that nobody told otherwise. */
    static final int PARTITIONS = 64;

    private static final int BATCH = 16_000;

    private final PartitionStates states;
    private final Map<Integer, Checkpoint> checkpoints = new TreeMap<>();

    Moving(PartitionStates states) {
        this.states = states;
        List<Integer> all = IntStream.range(0, PARTITIONS).boxed().toList();
        states.checkpoints(all).forEach(checkpoint -> checkpoints.put(checkpoint.partition(), checkpoint));
    }

    void all(Stream<State> moving) {
        List<State> batch = new ArrayList<>(BATCH);
        moving.forEachOrdered(state -> {
            batch.add(state);
            if (batch.size() == BATCH) {
                write(batch);
                batch.clear();
            }
        });
        write(batch);
    }

    private void write(List<State> batch) {
        Map<Integer, Map<Subject, Flush.Change>> changes = new TreeMap<>();
        for (State state : batch) {
            changes.computeIfAbsent(state.subject().partitionOf(PARTITIONS), p -> new LinkedHashMap<>())
                    .put(state.subject(), new Flush.Change(null, state));
        }
        List<Flush> flushes = new ArrayList<>();
        changes.forEach((partition, theirs) -> {
            Checkpoint checkpoint = Objects.requireNonNull(checkpoints.get(partition));
            flushes.add(new Flush(checkpoint, checkpoint.state(), theirs, List.of()));
        });
        if (states.commit(flushes).contains(Answer.REFUSED)) {
            throw new IllegalStateException("The house decided something while members moved in.");
        }
    }
}
