package io.siyu.partition.redis;

import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.HouseTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import redis.clients.jedis.params.ZRangeParams;

/** The sandbox phones: one capped list for each subject. */
final class RedisPhones implements Phones {
    private static final int KEPT = 50;
    private static final int SHOWN = 1_000;

    private final RedisStore store;
    private final HouseTime time;

    RedisPhones(RedisStore store, HouseTime time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public void put(List<Message> messages) {
        long now = Micros.of(time.now());
        List<byte[]> rung = new Args().add(RedisKeys.PHONES).list();
        List<byte[]> ring = ring(messages, now);
        SortedMap<Integer, List<Message>> byPartition = new TreeMap<>();
        messages.forEach(message -> byPartition
                .computeIfAbsent(store.partitionOf(message.subject()), p -> new ArrayList<>())
                .add(message));
        store.change(byPartition.keySet(), (pipeline, partition) -> {
            if (partition.equals(byPartition.firstKey())) {
                pipeline.evalsha(Script.RING.sha(), rung, ring);
            }
            List<Message> put = byPartition.getOrDefault(partition, List.of());
            return pipeline.evalsha(Script.PHONE.sha(), keys(partition, put), args(put, now));
        });
    }

    /** The phones of these messages that are shown: the last ones. */
    private static List<byte[]> ring(List<Message> messages, long now) {
        Args ring = new Args().add(now).add(SHOWN);
        messages.subList(Math.max(0, messages.size() - SHOWN), messages.size())
                .forEach(message -> ring.add(message.subject().toString()));
        return ring.list();
    }

    private static List<byte[]> keys(int partition, List<Message> messages) {
        Args keys = new Args();
        messages.forEach(message -> keys.add(RedisKeys.phone(partition, message.subject()))
                .add(RedisKeys.phoneGot(partition, message.subject())));
        return keys.list();
    }

    private static List<byte[]> args(List<Message> messages, long now) {
        Args args = new Args().add(now).add(KEPT);
        messages.forEach(message -> args.add(message.id()).add(MessageForm.bytes(message)));
        return args.list();
    }

    @Override
    public boolean got(Message message) {
        int partition = store.partitionOf(message.subject());
        return store.ask(redis -> redis.hexists(RedisKeys.phoneGot(partition, message.subject()), message.id()));
    }

    @Override
    public List<Received> of(Subject subject, int limit) {
        String key = RedisKeys.phone(store.partitionOf(subject), subject);
        return store.ask(redis -> redis.lrange(key, 0, limit - 1L)).stream()
                .map(RedisPhones::received)
                .toList();
    }

    private static Received received(String stored) {
        int space = stored.indexOf(' ');
        byte[] message = stored.substring(space + 1).getBytes(StandardCharsets.UTF_8);
        return new Received(Micros.instant(Long.parseLong(stored.substring(0, space))), MessageForm.message(message));
    }

    @Override
    public List<Subject> latest(int limit) {
        ZRangeParams newest = ZRangeParams.zrangeParams(0, limit - 1).rev();
        return store.ask(redis -> redis.zrange(RedisKeys.PHONES, newest)).stream()
                .map(Subject::parse)
                .toList();
    }
}
