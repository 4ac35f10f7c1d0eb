package io.siyu.partition.redis;

import io.siyu.event.Subject;
import io.siyu.partition.HouseClock;
import io.siyu.partition.StoreDownException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis servers and how this node speaks to them: scripts on partitions, many to a round trip. */
final class RedisStore {
    /** Bytes of arguments after which a turn ends, so that others get theirs. */
    private static final int TOGETHER = 512 * 1024;

    private final RedisServers servers;
    private final UnifiedJedis client;
    private final int partitions;
    private volatile long epoch;
    private volatile boolean owner;
    private volatile HouseClock clock;
    private volatile boolean traceClock;
    private final AtomicLong faults = new AtomicLong();

    /** Owned by nobody yet; all scripts are loaded. */
    RedisStore(RedisServers servers, int partitions, HouseClock clock) {
        this.servers = servers;
        this.client = servers.client();
        this.partitions = partitions;
        this.clock = clock;
        load();
    }

    /** A script to be run on one partition; a fenced one only while this node's lease holds. */
    record Call(Script script, int partition, boolean fenced, Args args) {}

    RedisServers servers() {
        return servers;
    }

    int partitions() {
        return partitions;
    }

    /** Of the lease this node holds, or held last; 0 if none. */
    long epoch() {
        return epoch;
    }

    /** Whether this node holds the lease, for all it knows. */
    boolean owner() {
        return owner;
    }

    /** This node holds the lease of this epoch. */
    void own(long taken) {
        epoch = taken;
        owner = true;
    }

    /** Another node may hold the lease. */
    void disown() {
        owner = false;
    }

    HouseClock clock() {
        return clock;
    }

    /** Works from now on with the clock that is read or written here, one at a time: a reading begun before a change never undoes it. */
    synchronized HouseClock clock(Supplier<HouseClock> told) {
        clock = told.get();
        return clock;
    }

    /** How often Redis did not answer as it should; whoever counts on what it held looks again when this grows. */
    long faults() {
        return faults.get();
    }

    /** Whether entries bring their own log time. */
    boolean traceClock() {
        return traceClock;
    }

    /** From now on entries bring their own log time. */
    void useTraceClock() {
        traceClock = true;
    }

    int partitionOf(Subject subject) {
        return subject.partitionOf(partitions);
    }

    /**
     * Runs the calls, few to a server's turn only when they are large; each answer is what the script answered or the error it ended with.
     *
     * <p>A call that was refused before it did anything (script unknown, clock stale, partition on another node) is run
     * again with that set right.
     */
    List<Object> run(List<Call> calls) {
        List<Object> answers = new ArrayList<>(attempt(calls));
        List<Call> again = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (untouched(answers.get(i))) {
                again.add(calls.get(i));
            }
        }
        if (again.isEmpty()) {
            return answers;
        }
        prepare();
        clock(() -> ask(RedisTime::read));
        List<Object> second = attempt(again);
        for (int i = 0, next = 0; i < calls.size(); i++) {
            if (untouched(answers.get(i))) {
                answers.set(i, second.get(next++));
            }
        }
        return answers;
    }

    /** Runs one call; an error is an exception. */
    Object run(Call call) {
        Object answer = run(List.of(call)).get(0);
        if (answer instanceof JedisDataException refused) {
            throw down(refused);
        }
        return answer;
    }

    /** Whether a script refused to run because another owner holds the partition. */
    static boolean leaseLost(Object answer) {
        return begins(answer, "LEASELOST");
    }

    /** An answer that is an error is an exception, but for a lost lease. */
    static void refuse(String what, Object answer) {
        if (answer instanceof JedisDataException refused && !leaseLost(answer)) {
            throw new StoreDownException(what + ": " + refused.getMessage(), refused);
        }
    }

    private static boolean untouched(Object answer) {
        return begins(answer, "NOSCRIPT") || begins(answer, "STALECLOCK") || begins(answer, "MOVED");
    }

    private static boolean begins(Object answer, String code) {
        return answer instanceof JedisDataException refused
                && String.valueOf(refused.getMessage()).startsWith(code);
    }

    private List<Object> attempt(List<Call> calls) {
        List<Object> answers = new ArrayList<>(calls.size());
        int first = 0;
        int bytes = 0;
        for (int i = 0; i < calls.size(); i++) {
            bytes += calls.get(i).args().bytes();
            if (bytes >= TOGETHER || i == calls.size() - 1) {
                answers.addAll(together(calls.subList(first, i + 1)));
                first = i + 1;
                bytes = 0;
            }
        }
        return answers;
    }

    private List<Object> together(List<Call> calls) {
        try {
            return send(calls, servers::turn);
        } catch (JedisException | IllegalStateException e) {
            if (discarded(e)) {
                return bare(calls);
            }
            throw down(e);
        }
    }

    private List<Object> bare(List<Call> calls) {
        try {
            return send(calls, servers::pipelined);
        } catch (JedisException | IllegalStateException e) {
            throw down(e);
        }
    }

    // why: beyond its memory a server queues nothing for a turn, but runs scripts that may; nothing of the turn has
    // run.
    private static boolean discarded(RuntimeException e) {
        return begins(e, "EXECABORT");
    }

    private List<Object> send(List<Call> calls, Supplier<AbstractPipeline> way) {
        try (AbstractPipeline pipeline = way.get()) {
            List<Response<Object>> responses = new ArrayList<>(calls.size());
            for (Call call : calls) {
                byte[] at = RedisKeys.at(call.partition()).getBytes(StandardCharsets.UTF_8);
                List<byte[]> args = header(call).add(call.args()).list();
                responses.add(pipeline.evalsha(call.script().sha(), List.of(at), args));
            }
            pipeline.sync();
            return responses.stream().map(RedisStore::answer).toList();
        }
    }

    private static Object answer(Response<Object> response) {
        try {
            return response.get();
        } catch (JedisDataException refused) {
            return refused;
        }
    }

    private Args header(Call call) {
        HouseClock now = clock;
        return new Args()
                .add(RedisKeys.prefix(call.partition()))
                .add(call.fenced() ? fence() : 0)
                .add(Micros.of(now.real()))
                .add(Micros.of(now.house()))
                .add(traceClock ? 0 : now.permille())
                .add(now.paused() ? 1 : 0)
                .add(now.version());
    }

    // why: 0 would need no lease, and a node that never held one must not pass for the owner.
    private long fence() {
        return epoch == 0 ? -1 : epoch;
    }

    /** Asks one thing for each key, in one round trip. */
    <K, T> Map<K, T> ask(Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> question) {
        return keys.isEmpty() ? Map.of() : each(keys, question, servers::pipelined);
    }

    /** Changes one thing for each key, in one turn of the server. */
    <K, T> Map<K, T> change(Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> change) {
        return keys.isEmpty() ? Map.of() : each(keys, change, servers::turn);
    }

    private <K, T> Map<K, T> each(
            Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> command, Supplier<AbstractPipeline> way) {
        try {
            return answers(keys, command, way);
        } catch (JedisException | IllegalStateException e) {
            if (discarded(e)) {
                return each(keys, command, servers::pipelined);
            }
            if (untouched(e)) {
                prepare();
            }
            throw down(e);
        }
    }

    private static <K, T> Map<K, T> answers(
            Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> command, Supplier<AbstractPipeline> way) {
        try (AbstractPipeline pipeline = way.get()) {
            Map<K, Response<T>> asked = new LinkedHashMap<>();
            keys.forEach(key -> asked.put(key, command.apply(pipeline, key)));
            pipeline.sync();
            Map<K, T> answers = new LinkedHashMap<>();
            asked.forEach((key, response) -> answers.put(key, response.get()));
            return answers;
        }
    }

    /** One question, outside a pipeline. */
    <T> T ask(Function<UnifiedJedis, T> question) {
        try {
            return question.apply(client);
        } catch (JedisException e) {
            throw down(e);
        }
    }

    /** One question to every server. */
    <T> List<T> askEach(Function<Jedis, T> question) {
        try {
            return servers.each(question);
        } catch (JedisException e) {
            throw down(e);
        }
    }

    /** Sets right what makes a server refuse a command before it does anything. */
    private void prepare() {
        ask(redis -> {
            servers.lookAround();
            return true;
        });
        load();
    }

    private void load() {
        for (Script script : Script.values()) {
            askEach(server -> server.scriptLoad(script.source()));
        }
    }

    private StoreDownException down(RuntimeException e) {
        faults.incrementAndGet();
        return new StoreDownException("Redis did not answer as it should: " + e.getMessage(), e);
    }
}
