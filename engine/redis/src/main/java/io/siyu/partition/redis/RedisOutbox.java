package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Outcome;
import io.siyu.dispatch.Outcome.Result;
import io.siyu.dispatch.Queue;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.RedisStore.Call;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** The outbox: queues, claims and receipts of each partition. */
final class RedisOutbox implements Outbox {
    private static final Logger LOG = System.getLogger(RedisOutbox.class.getName());
    private static final int RECALLED = 500;
    private static final int CLAIM_FIELDS = 4;

    private final RedisStore store;
    private final Receipts receipts;
    private final IntConsumer appended;
    private final BooleanSupplier marketingWaits;

    /**
     * @param appended is told which partition got receipts
     * @param marketingWaits whether nothing of marketing is handed out now
     */
    RedisOutbox(RedisStore store, Receipts receipts, IntConsumer appended, BooleanSupplier marketingWaits) {
        this.store = store;
        this.receipts = receipts;
        this.appended = appended;
        this.marketingWaits = marketingWaits;
    }

    @Override
    public Map<Queue, Map<Integer, Long>> waiting(Collection<Integer> partitions) {
        record Place(int partition, String queue) {}
        Map<Integer, Set<String>> queues =
                store.ask(partitions, (pipeline, partition) -> pipeline.smembers(RedisKeys.queues(partition)));
        Set<Place> places = new LinkedHashSet<>();
        queues.forEach((partition, words) -> words.forEach(word -> places.add(new Place(partition, word))));
        Map<Queue, Map<Integer, Long>> waiting = new LinkedHashMap<>();
        store.ask(places, (pipeline, place) -> pipeline.zcard(RedisKeys.outbox(place.partition(), place.queue())))
                .forEach((place, count) -> {
                    if (count > 0) {
                        waiting.computeIfAbsent(Queue.parse(place.queue()), q -> new TreeMap<>())
                                .put(place.partition(), count);
                    }
                });
        return waiting;
    }

    @Override
    public int recall(Collection<Integer> partitions) {
        Map<Integer, Long> deferred =
                store.ask(partitions, (pipeline, partition) -> pipeline.zcard(RedisKeys.deferred(partition)));
        List<Call> calls = new ArrayList<>();
        deferred.forEach((partition, count) -> {
            if (count > 0) {
                calls.add(new Call(Script.RECALL, partition, true, new Args().add(RECALLED)));
            }
        });
        int recalled = 0;
        for (Object answer : calls.isEmpty() ? List.of() : store.run(calls)) {
            RedisStore.refuse("Deferred messages were not recalled", answer);
            recalled += answer instanceof Long count ? count.intValue() : 0;
        }
        return recalled;
    }

    @Override
    public List<Claim> claim(Queue queue, String slot, Map<Integer, Integer> shares) {
        if (queue.lane() == Lane.MARKETING && marketingWaits.getAsBoolean()) {
            return List.of();
        }
        List<Integer> asked = List.copyOf(shares.keySet());
        Claim.Holder holder = new Claim.Holder(store.epoch(), slot);
        List<Object> answers = store.run(asked.stream()
                .map(partition -> new Call(
                        Script.CLAIM,
                        partition,
                        true,
                        new Args().add(queue.word()).add(slot).add(shares.getOrDefault(partition, 0))))
                .toList());
        List<Claim> claims = new ArrayList<>();
        Map<Integer, List<?>> parking = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            RedisStore.refuse("Messages were not claimed", answers.get(i));
            if (answers.get(i) instanceof List<?> lists) {
                List<?> claimed = (List<?>) lists.get(0);
                for (int c = 0; c < claimed.size(); c += CLAIM_FIELDS) {
                    Message message = MessageForm.message((byte[]) claimed.get(c));
                    claims.add(new Claim(asked.get(i), queue, holder, message, tries(claimed, c)));
                }
                parking.put(asked.get(i), (List<?>) lists.get(1));
            }
        }
        park(queue, parking);
        return claims;
    }

    /** Puts aside what is of paused campaigns. */
    private void park(Queue queue, Map<Integer, List<?>> parking) {
        parking.values().removeIf(List::isEmpty);
        List<Call> calls = new ArrayList<>();
        parking.forEach((partition, bodies) -> {
            Args args = new Args().add(queue.word());
            args.addAll(bodies, body -> {
                Message message = MessageForm.message((byte[]) body);
                args.add(message.id()).add(message.campaign()).add(receipts.of("message.parked", message, ""));
            });
            calls.add(new Call(Script.PARK, partition, true, args));
        });
        if (calls.isEmpty()) {
            return;
        }
        try {
            store.run(calls);
            parking.keySet().forEach(appended::accept);
        } catch (StoreDownException down) {
            LOG.log(
                    Level.DEBUG,
                    "Messages of paused campaigns stay in their queue; the next claim meets them again.",
                    down);
        }
    }

    private static Claim.Tries tries(List<?> claimed, int at) {
        return new Claim.Tries(
                Integer.parseInt(EntryForm.text(claimed.get(at + 1))),
                Duration.of(Long.parseLong(EntryForm.text(claimed.get(at + 2))), ChronoUnit.MICROS),
                EntryForm.text(claimed.get(at + 3)).equals("1"));
    }

    @Override
    public Set<Integer> owned(Collection<Integer> partitions, long epoch) {
        Set<Integer> owned = new LinkedHashSet<>();
        store.ask(partitions, (pipeline, partition) -> pipeline.hget(RedisKeys.at(partition), "epoch"))
                .forEach((partition, holds) -> {
                    if (Long.toString(epoch).equals(holds)) {
                        owned.add(partition);
                    }
                });
        return owned;
    }

    @Override
    public void end(List<Outcome> outcomes) {
        Map<Integer, List<Outcome>> byPartition = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            byPartition
                    .computeIfAbsent(outcome.claim().partition(), p -> new ArrayList<>())
                    .add(outcome);
        }
        List<Call> calls = new ArrayList<>();
        byPartition.forEach((partition, ended) -> {
            Args args = new Args();
            args.addAll(alike(ended).entrySet(), end -> add(args, end.getKey(), end.getValue()));
            // why: what became of a claim is true whoever owns the house by now; the claim itself says whose it is.
            calls.add(new Call(Script.FINISH, partition, false, args));
        });
        for (Object answer : store.run(calls)) {
            RedisStore.refuse("Outcomes were not written", answer);
        }
        byPartition.keySet().forEach(appended::accept);
    }

    /** What outcomes that are told to the script together have in common. */
    private record End(Claim.Holder holder, Result result, long pause, int asked, String reason) {
        static End of(Outcome outcome) {
            boolean dead = outcome.result() == Result.FAILED || outcome.result() == Result.UNKNOWN;
            return new End(
                    outcome.claim().holder(),
                    outcome.result(),
                    outcome.pause().toNanos() / 1_000,
                    outcome.asked(),
                    dead ? outcome.detail() : "");
        }
    }

    private static Map<End, List<Outcome>> alike(List<Outcome> outcomes) {
        Map<End, List<Outcome>> alike = new LinkedHashMap<>();
        outcomes.forEach(outcome ->
                alike.computeIfAbsent(End.of(outcome), end -> new ArrayList<>()).add(outcome));
        return alike;
    }

    private void add(Args args, End end, List<Outcome> outcomes) {
        args.add(end.holder().epoch()).add(end.holder().slot()).add(how(end.result()));
        args.add(end.pause()).add(end.asked());
        args.add(end.result().name().toLowerCase(Locale.ROOT)).add(end.reason());
        args.addAll(outcomes, outcome -> {
            Message message = outcome.claim().message();
            args.add(message.id()).add(receipts.of(outcome)).add(Addressed.place(message));
        });
    }

    private static String how(Result result) {
        return switch (result) {
            case SENT, EXPIRED -> "gone";
            case RELEASED -> "back";
            case DEFERRED -> "wait";
            case FAILED -> "failed";
            case UNKNOWN -> "unknown";
        };
    }

    @Override
    public List<Claim> open(Collection<Integer> partitions) {
        Map<Integer, Map<String, String>> claims =
                store.ask(partitions, (pipeline, partition) -> pipeline.hgetAll(RedisKeys.claims(partition)));
        List<Claim> open = new ArrayList<>();
        claims.forEach((partition, claimed) -> claimed.forEach((id, claim) -> {
            String[] parts = claim.split(" ", -1);
            Claim.Holder holder = new Claim.Holder(Long.parseLong(parts[0]), parts[1]);
            Claim.Tries tries = new Claim.Tries(0, Duration.ZERO, false);
            message(partition, id)
                    .ifPresent(
                            message -> open.add(new Claim(partition, Queue.parse(parts[2]), holder, message, tries)));
        }));
        return open;
    }

    @Override
    public long epoch() {
        return store.epoch();
    }

    private Optional<Message> message(int partition, String id) {
        byte[] stored = store.ask(redis -> redis.hget(bytes(RedisKeys.messages(partition)), bytes(id)));
        return Optional.ofNullable(stored).map(MessageForm::message);
    }

    @Override
    public boolean cancel(Subject subject, String id) {
        int partition = store.partitionOf(subject);
        Optional<Message> waiting = message(partition, id);
        if (waiting.isEmpty()) {
            return false;
        }
        Args args = new Args();
        receipts.cancelling(waiting.get(), "", receipts.now(), args);
        Object answer = store.run(new Call(Script.CANCEL, partition, false, args));
        appended.accept(partition);
        return Long.valueOf(1).equals(answer);
    }
}
