package io.siyu.partition.redis;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Outcome;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.RedisStore.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The outbox: lanes, claims and receipts of each partition. */
final class RedisOutbox implements Outbox {
    private final RedisStore store;
    private final EntryForm form;
    private final HouseTime time;
    private final IntConsumer appended;

    /** {@code appended} is told which partition got receipts. */
    RedisOutbox(RedisStore store, EntryForm form, HouseTime time, IntConsumer appended) {
        this.store = store;
        this.form = form;
        this.time = time;
        this.appended = appended;
    }

    @Override
    public List<Claim> claim(Collection<Integer> partitions, Lane lane, int limit) {
        List<Integer> asked = List.copyOf(partitions);
        Map<Integer, Long> waiting =
                store.ask(asked, (pipeline, partition) -> pipeline.zcard(RedisKeys.outbox(partition, lane)));
        List<Integer> busy =
                asked.stream().filter(p -> waiting.getOrDefault(p, 0L) > 0).toList();
        if (busy.isEmpty()) {
            return List.of();
        }
        List<Object> answers = store.run(busy.stream()
                .map(partition -> new Call(
                        Script.CLAIM,
                        partition,
                        true,
                        new Args().add(lane.word()).add(limit)))
                .toList());
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < busy.size(); i++) {
            claims(busy.get(i), lane, answers.get(i), claims);
        }
        return claims;
    }

    private void claims(int partition, Lane lane, Object answer, List<Claim> claims) {
        if (answer instanceof RuntimeException refused && !RedisStore.leaseLost(answer)) {
            throw new StoreDownException("Messages were not claimed: " + refused.getMessage(), refused);
        }
        if (answer instanceof List<?> messages) {
            for (Object message : messages) {
                claims.add(new Claim(partition, lane, store.epoch(), MessageForm.message((byte[]) message)));
            }
        }
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
            args.addAll(ended, outcome -> add(args, outcome));
            calls.add(new Call(Script.FINISH, partition, true, args));
        });
        for (Object answer : store.run(calls)) {
            if (answer instanceof RuntimeException refused && !RedisStore.leaseLost(answer)) {
                throw new StoreDownException("Outcomes were not written: " + refused.getMessage(), refused);
            }
        }
        byPartition.keySet().forEach(appended::accept);
    }

    private void add(Args args, Outcome outcome) {
        Claim claim = outcome.claim();
        args.add(claim.message().id()).add(claim.epoch()).add(outcome.result().again() ? 1 : 0);
        args.add(outcome.result().name().toLowerCase(Locale.ROOT));
        args.add(receipt(outcome.result().type(), claim.message(), outcome.detail()));
    }

    private byte[] receipt(String type, Message message, String detail) {
        HouseEvent receipt = HouseEvent.of(form.require(type), message.id() + "-" + type + "-" + store.epoch())
                .with("message", message.id())
                .with("channel", message.channel())
                .with("template", message.template())
                .with(type.equals("message.sent") ? "ref" : "reason", detail.isEmpty() ? null : detail);
        if (!message.campaign().isEmpty()) {
            receipt.with("campaign", message.campaign()).with("step", message.step());
        }
        return form.write(receipt.about(message.subject(), time.now()));
    }

    @Override
    public List<Claim> open(Collection<Integer> partitions, Lane lane) {
        Map<Integer, Map<String, String>> claims =
                store.ask(partitions, (pipeline, partition) -> pipeline.hgetAll(RedisKeys.claims(partition)));
        List<Claim> open = new ArrayList<>();
        claims.forEach((partition, claimed) -> claimed.forEach((id, claim) -> {
            String[] parts = claim.split(" ", -1);
            if (parts[1].equals(lane.word())) {
                message(partition, id)
                        .ifPresent(message -> open.add(new Claim(partition, lane, Long.parseLong(parts[0]), message)));
            }
        }));
        return open;
    }

    private Optional<Message> message(int partition, String id) {
        byte[] stored = store.ask(redis -> redis.hget(
                RedisKeys.messages(partition).getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8)));
        return Optional.ofNullable(stored).map(MessageForm::message);
    }

    @Override
    public boolean cancel(Subject subject, String id) {
        int partition = store.partitionOf(subject);
        Optional<Message> waiting = message(partition, id);
        if (waiting.isEmpty()) {
            return false;
        }
        Message message = waiting.get();
        Args args = new Args()
                .add(id)
                .add(receipt("message.cancelled", message, ""))
                .add(receipt("message.cancel.refused", message, "claimed"));
        Object answer = store.run(new Call(Script.CANCEL, partition, false, args));
        appended.accept(partition);
        return Long.valueOf(1).equals(answer);
    }
}
