package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.json.StateJson;
import io.siyu.message.Message;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Flush;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.Visit;
import io.siyu.partition.redis.RedisStore.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ZRangeParams;

/** States as one JSON text for each subject, with indexes by id and by due time. */
final class RedisStates implements PartitionStates {
    private final RedisStore store;
    private final FlushArgs flushes;
    private final Addressed addressed;

    RedisStates(RedisStore store, FlushArgs flushes) {
        this.store = store;
        this.flushes = flushes;
        this.addressed = new Addressed(store);
    }

    @Override
    public List<Checkpoint> checkpoints(Collection<Integer> partitions) {
        Map<Integer, String> positions =
                store.ask(partitions, (pipeline, p) -> pipeline.hget(RedisKeys.at(p), "position"));
        Map<Integer, byte[]> states = store.ask(partitions, RedisStates::partition);
        List<Checkpoint> checkpoints = new ArrayList<>();
        positions.forEach((partition, position) -> {
            byte[] state = states.get(partition);
            checkpoints.add(new Checkpoint(
                    position == null ? 0 : Long.parseLong(position),
                    state == null ? PartitionState.fresh(partition) : StateJson.readPartition(state)));
        });
        return checkpoints;
    }

    private static Response<byte[]> partition(AbstractPipeline pipeline, int partition) {
        return pipeline.get(bytes(RedisKeys.state(partition, Subject.partition(partition))));
    }

    @Override
    public Map<Subject, State> states(Collection<Subject> subjects) {
        Map<Integer, List<Subject>> byPartition = new TreeMap<>();
        for (Subject subject : subjects) {
            byPartition
                    .computeIfAbsent(store.partitionOf(subject), p -> new ArrayList<>())
                    .add(subject);
        }
        Map<Integer, List<byte[]>> read = store.ask(byPartition.keySet(), (pipeline, partition) -> {
            List<Subject> wanted = byPartition.getOrDefault(partition, List.of());
            return pipeline.mget(wanted.stream()
                    .map(subject -> bytes(RedisKeys.state(partition, subject)))
                    .toArray(byte[][]::new));
        });
        Map<Subject, State> states = new LinkedHashMap<>();
        read.forEach((partition, found) -> {
            List<Subject> wanted = byPartition.getOrDefault(partition, List.of());
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) != null) {
                    states.put(wanted.get(i), StateJson.read(found.get(i)));
                }
            }
        });
        return states;
    }

    @Override
    public List<Subject> due(int partition, Instant until, int limit) {
        return visited(List.of(new Visit.Due(partition, until, limit))).get(0);
    }

    @Override
    public List<Subject> subjects(int partition, SubjectKind kind, String after, int limit) {
        return visited(List.of(new Visit.Behind(partition, kind, after, limit))).get(0);
    }

    @Override
    public List<List<Subject>> visited(List<Visit> visits) {
        return store.ask(visits, RedisStates::visited).values().stream()
                .map(RedisStates::subjects)
                .toList();
    }

    private static Response<List<String>> visited(AbstractPipeline pipeline, Visit visit) {
        if (visit instanceof Visit.Due due) {
            ZRangeParams until = ZRangeParams.zrangeByScoreParams(0, (double) Micros.of(due.until()))
                    .limit(0, due.limit());
            return pipeline.zrange(RedisKeys.timers(due.partition()), until);
        }
        return pipeline.zrange(RedisKeys.ids(visit.partition()), behind((Visit.Behind) visit));
    }

    private static ZRangeParams behind(Visit.Behind visit) {
        String word = visit.kind().word();
        String first = "(" + word + "/" + visit.after();
        // why: '0' is the byte behind '/', so this ends behind the last id of the kind.
        String end = "(" + word + "0";
        boolean sole = visit.kind() == SubjectKind.RETAILER;
        String from = sole ? (visit.after().isEmpty() ? "[" : "(") + word : first;
        return ZRangeParams.zrangeByLexParams(from, sole ? "[" + word : end).limit(0, visit.limit());
    }

    private static List<Subject> subjects(List<String> canonical) {
        return canonical.stream().map(Subject::parse).toList();
    }

    @Override
    public List<Answer> commit(List<Flush> batch) {
        return store.run(calls(batch)).stream().map(RedisStates::answer).toList();
    }

    private List<Call> calls(List<Flush> batch) {
        // why: under a trace's clock messages succeed at once, as in a replay; nothing can be asked about them.
        Map<Subject, List<Message>> messages = store.traceClock() ? Map.of() : addressed.by(batch);
        List<Call> calls = new ArrayList<>(batch.size());
        for (Flush flush : batch) {
            calls.add(new Call(Script.COMMIT, flush.partition().number(), true, flushes.of(flush, messages)));
        }
        return calls;
    }

    /** These commits one after the other, with their arguments made now. */
    Runnable prepared(List<List<Flush>> batches) {
        List<List<Call>> prepared = batches.stream().map(this::calls).toList();
        return () -> {
            for (List<Call> calls : prepared) {
                if (store.run(calls).stream().map(RedisStates::answer).anyMatch(Answer.REFUSED::equals)) {
                    throw new IllegalStateException("A prepared commit stands on another checkpoint.");
                }
            }
        };
    }

    private static Answer answer(Object answer) {
        if (answer instanceof RuntimeException refused) {
            if (RedisStore.leaseLost(answer)) {
                return Answer.REFUSED;
            }
            throw new StoreDownException("A commit was not written: " + refused.getMessage(), refused);
        }
        return Long.valueOf(1).equals(answer) ? Answer.WRITTEN : Answer.REFUSED;
    }
}
