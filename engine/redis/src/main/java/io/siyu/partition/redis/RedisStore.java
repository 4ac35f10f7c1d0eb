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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** One Redis and how this node speaks to it: scripts on partitions, many to a round trip. */
final class RedisStore {
    /** Bytes of arguments after which a turn ends, so that others get theirs. */
    private static final int TOGETHER = 512 * 1024;

    private final RedisClient client;
    private final int partitions;
    private final long epoch;
    private volatile HouseClock clock;
    private volatile boolean traceClock;

    /** Under this lease; all scripts are loaded. */
    RedisStore(RedisClient client, int partitions, long epoch, HouseClock clock) {
        this.client = client;
        this.partitions = partitions;
        this.epoch = epoch;
        this.clock = clock;
        load();
    }

    /** A script to be run on one partition; a fenced one only while this node's lease holds. */
    record Call(Script script, int partition, boolean fenced, Args args) {}

    RedisClient client() {
        return client;
    }

    int partitions() {
        return partitions;
    }

    long epoch() {
        return epoch;
    }

    HouseClock clock() {
        return clock;
    }

    void clock(HouseClock changed) {
        clock = changed;
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
     * <p>A call that was refused before it did anything (script unknown, clock stale) is run again with that set right.
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
        load();
        clock = RedisTime.read(client);
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

    private static boolean untouched(Object answer) {
        return begins(answer, "NOSCRIPT") || begins(answer, "STALECLOCK");
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
        try (AbstractPipeline turn = new Turn(client)) {
            List<Response<Object>> responses = new ArrayList<>(calls.size());
            for (Call call : calls) {
                byte[] at = RedisKeys.at(call.partition()).getBytes(StandardCharsets.UTF_8);
                List<byte[]> args = header(call).add(call.args()).list();
                responses.add(turn.evalsha(call.script().sha(), List.of(at), args));
            }
            turn.sync();
            return responses.stream().map(RedisStore::answer).toList();
        } catch (JedisException | IllegalStateException e) {
            throw down(e);
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
                .add(call.fenced() ? epoch : 0)
                .add(Micros.of(now.real()))
                .add(Micros.of(now.house()))
                .add(traceClock ? 0 : now.permille())
                .add(now.paused() ? 1 : 0)
                .add(now.version());
    }

    /** Asks one thing for each key, in one round trip. */
    <K, T> Map<K, T> ask(Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> question) {
        return keys.isEmpty() ? Map.of() : each(keys, question, client::pipelined);
    }

    /** Changes one thing for each key, in one turn of the server. */
    <K, T> Map<K, T> change(Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> change) {
        return keys.isEmpty() ? Map.of() : each(keys, change, () -> new Turn(client));
    }

    private <K, T> Map<K, T> each(
            Collection<K> keys, BiFunction<AbstractPipeline, K, Response<T>> command, Supplier<AbstractPipeline> way) {
        try (AbstractPipeline pipeline = way.get()) {
            Map<K, Response<T>> asked = new LinkedHashMap<>();
            keys.forEach(key -> asked.put(key, command.apply(pipeline, key)));
            pipeline.sync();
            Map<K, T> answers = new LinkedHashMap<>();
            asked.forEach((key, response) -> answers.put(key, response.get()));
            return answers;
        } catch (JedisException | IllegalStateException e) {
            if (begins(e, "NOSCRIPT")) {
                load();
            }
            throw down(e);
        }
    }

    /** One question, outside a pipeline. */
    <T> T ask(Function<RedisClient, T> question) {
        try {
            return question.apply(client);
        } catch (JedisException e) {
            throw down(e);
        }
    }

    private void load() {
        for (Script script : Script.values()) {
            ask(redis -> redis.scriptLoad(script.source()));
        }
    }

    private static StoreDownException down(RuntimeException e) {
        return new StoreDownException("Redis did not answer as it should: " + e.getMessage(), e);
    }
}
