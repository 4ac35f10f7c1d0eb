package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.DeadLetter.Kind;
import io.siyu.dispatch.DeadLetters;
import io.siyu.event.Entry;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.HouseTime;
import io.siyu.partition.redis.RedisStore.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import redis.clients.jedis.resps.Tuple;

/** Messages and entries the house gave up on, as each partition keeps them. */
final class RedisDeadLetters implements DeadLetters {
    private static final int DEATH_FIELDS = 6;

    private final RedisStore store;
    private final EntryForm form;
    private final HouseTime time;
    private final IntConsumer appended;

    /** {@code appended} is told which partition got entries. */
    RedisDeadLetters(RedisStore store, EntryForm form, HouseTime time, IntConsumer appended) {
        this.store = store;
        this.form = form;
        this.time = time;
        this.appended = appended;
    }

    @Override
    public List<DeadLetter> newest(int limit) {
        List<DeadLetter> newest = new ArrayList<>();
        Map<Integer, List<Tuple>> dead =
                store.ask(all(), (pipeline, p) -> pipeline.zrevrangeWithScores(RedisKeys.dead(p), 0, limit - 1L));
        dead.forEach((partition, messages) -> newest.addAll(messages(partition, messages)));
        Map<Integer, List<Object>> poison = store.ask(
                all(), (pipeline, p) -> pipeline.xrevrange(bytes(RedisKeys.poison(p)), bytes("+"), bytes("-"), limit));
        poison.forEach((partition, entries) ->
                entries.forEach(entry -> newest.add(poison(partition, (List<?>) entry))));
        newest.sort(Comparator.comparing(DeadLetter::at).reversed().thenComparing(DeadLetter::id));
        return List.copyOf(newest.subList(0, Math.min(limit, newest.size())));
    }

    private List<DeadLetter> messages(int partition, List<Tuple> dead) {
        if (dead.isEmpty()) {
            return List.of();
        }
        byte[][] ids = dead.stream().map(tuple -> bytes(tuple.getElement())).toArray(byte[][]::new);
        List<byte[]> bodies = store.ask(redis -> redis.hmget(bytes(RedisKeys.messages(partition)), ids));
        List<byte[]> deaths = store.ask(redis -> redis.hmget(bytes(RedisKeys.deaths(partition)), ids));
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            // why: it may have been tried again between the two questions.
            if (bodies.get(i) != null && deaths.get(i) != null) {
                Message message = MessageForm.message(bodies.get(i));
                String[] death = EntryForm.text(deaths.get(i)).split(" ", DEATH_FIELDS);
                letters.add(new DeadLetter(
                        partition,
                        message.id(),
                        death[0].equals("failed") ? Kind.FAILED : Kind.UNKNOWN,
                        Micros.instant((long) dead.get(i).getScore()),
                        message.subject(),
                        message.channel() + " " + message.origin(),
                        death[DEATH_FIELDS - 1]));
            }
        }
        return letters;
    }

    private DeadLetter poison(int partition, List<?> element) {
        Entry entry = form.read(partition, element);
        List<?> fields = (List<?>) element.get(1);
        return new DeadLetter(
                partition,
                Long.toString(entry.position()),
                Kind.POISON,
                entry.at(),
                entry.event().subject(),
                entry.event().type().name(),
                EntryForm.text(fields.get(fields.size() - 1)));
    }

    @Override
    public boolean requeue(int partition, String id) {
        if (partition < 0 || partition >= store.partitions()) {
            return false;
        }
        boolean again = id.matches("[0-9]{1,18}") ? revive(partition, id) : resend(partition, id);
        if (again) {
            appended.accept(partition);
        }
        return again;
    }

    private boolean revive(int partition, String position) {
        HouseEvent told = HouseEvent.of(form.require("entry.requeued"), "requeued-" + partition + "-" + position)
                .with("position", Long.parseLong(position));
        byte[] control = form.write(told.about(Subject.partition(partition), time.now()));
        Args args = new Args().add(position).add(control);
        return Long.valueOf(1).equals(store.run(new Call(Script.REVIVE, partition, false, args)));
    }

    private boolean resend(int partition, String id) {
        byte[] stored = store.ask(redis -> redis.hget(bytes(RedisKeys.messages(partition)), bytes(id)));
        if (stored == null) {
            return false;
        }
        byte[] asked = new Receipts(form, time).asking(MessageForm.message(stored));
        Args args = new Args().add(id).add(asked);
        return Long.valueOf(1).equals(store.run(new Call(Script.REQUEUE, partition, false, args)));
    }

    private Collection<Integer> all() {
        return IntStream.range(0, store.partitions()).boxed().toList();
    }
}
