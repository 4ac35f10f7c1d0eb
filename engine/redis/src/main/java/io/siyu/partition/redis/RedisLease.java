package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.house.Lease;
import io.siyu.partition.redis.RedisStore.Call;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The lease as a key that runs out by Redis' own clock; its epoch fences every partition. */
final class RedisLease implements Lease {
    private final RedisStore store;
    private final Duration length;
    private final String name = UUID.randomUUID().toString();

    RedisLease(RedisStore store, Duration length) {
        this.store = store;
        this.length = length;
    }

    @Override
    public boolean take() {
        return take("take");
    }

    /** Takes it from whoever holds it. */
    boolean seize() {
        return take("seize");
    }

    private boolean take(String what) {
        long epoch = ask(what);
        if (epoch == 0) {
            return false;
        }
        store.own(epoch);
        return fence();
    }

    /** From now on the partitions refuse what was begun under an older epoch; false when a newer one is there already. */
    private boolean fence() {
        List<Call> calls = IntStream.range(0, store.partitions())
                .mapToObj(p -> new Call(Script.TAKE, p, false, new Args().add(store.epoch())))
                .toList();
        boolean ours = true;
        for (Object answer : store.run(calls)) {
            RedisStore.refuse("Partitions were not taken over", answer);
            ours &= Long.valueOf(1).equals(answer);
        }
        if (!ours) {
            store.disown();
        }
        return ours;
    }

    @Override
    public boolean renew() {
        boolean ours = ask("renew") > 0;
        if (!ours) {
            store.disown();
        }
        return ours;
    }

    @Override
    public void giveBack() {
        store.disown();
        ask("give");
    }

    private long ask(String what) {
        List<byte[]> keys = List.of(bytes(RedisKeys.LEASE), bytes(RedisKeys.EPOCH));
        List<byte[]> args = new Args()
                .add(what)
                .add(name)
                .add(length.toMillis())
                .add(store.epoch())
                .list();
        Object answer = store.ask(List.of(what), (pipeline, w) -> pipeline.evalsha(Script.LEASE.sha(), keys, args))
                .get(what);
        return answer instanceof Long epoch ? epoch : 0;
    }
}
