package io.siyu.partition.redis;

import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Intake;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.RedisStore.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.apache.commons.codec.digest.DigestUtils;

/** Puts events into the logs: one script call per partition, all in one round trip. */
final class RedisIntake implements Intake {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int DIGEST = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final RedisStore store;
    private final EntryForm form;
    private final RedisVault vault;
    private final Limits limits;
    private final FailPoint failPoint;

    /**
     * When intake refuses.
     *
     * @param lag most entries of a partition that are not decided
     * @param memory asks whether the store is nearly full
     * @param appended is told which partition got entries
     */
    record Limits(int lag, java.util.function.BooleanSupplier memory, IntConsumer appended) {}

    RedisIntake(RedisStore store, EntryForm form, RedisVault vault, Limits limits, FailPoint failPoint) {
        this.store = store;
        this.form = form;
        this.vault = vault;
        this.limits = limits;
        this.failPoint = failPoint;
    }

    @Override
    public List<Admission> accept(List<Arrival> arrivals) {
        try {
            if (limits.memory().getAsBoolean()) {
                return Collections.nCopies(arrivals.size(), new Admission.Refused(Admission.Cause.FULL, LATER));
            }
            return enter(arrivals);
        } catch (StoreDownException down) {
            return Collections.nCopies(arrivals.size(), new Admission.Refused(Admission.Cause.DOWN, LATER));
        }
    }

    private List<Admission> enter(List<Arrival> arrivals) {
        Map<Integer, List<Integer>> byPartition = new TreeMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            int partition = store.partitionOf(arrivals.get(i).event().subject());
            byPartition.computeIfAbsent(partition, p -> new ArrayList<>()).add(i);
        }
        RedisVault.Sealing sealing = vault.sealing(arrivals);
        List<Call> calls = new ArrayList<>();
        byPartition.forEach((partition, indexes) -> calls.add(call(partition, pick(arrivals, indexes), sealing)));
        List<Object> answers = store.run(calls);
        failPoint.reached(FailPoint.Place.AFTER_APPEND);
        Admission[] admissions = new Admission[arrivals.size()];
        int next = 0;
        for (var group : byPartition.entrySet()) {
            answer(group.getKey(), group.getValue(), answers.get(next++), admissions);
        }
        return Arrays.asList(admissions);
    }

    private static List<Arrival> pick(List<Arrival> arrivals, List<Integer> indexes) {
        return indexes.stream().map(arrivals::get).toList();
    }

    private Call call(int partition, List<Arrival> arrivals, RedisVault.Sealing sealing) {
        Args args = new Args().add(limits.lag());
        args.addAll(arrivals, arrival -> {
            args.add(EntryKind.EVENT.word()).add(digest(arrival.event()));
            args.add(arrival.at() == null ? "" : Long.toString(Micros.of(arrival.at())));
            args.add(form.write(arrival.event()));
            sealing.add(args, arrival);
        });
        return new Call(Script.APPEND, partition, false, args);
    }

    private void answer(int partition, List<Integer> indexes, Object answer, Admission[] admissions) {
        boolean entered = false;
        for (int i = 0; i < indexes.size(); i++) {
            Admission admission = new Admission.Refused(Admission.Cause.DOWN, LATER);
            if (answer instanceof List<?> list) {
                long position = number(list.get(2 * i));
                admission = switch ((int) Math.min(position, 1)) {
                    case 0 -> new Admission.Duplicate();
                    case -1 -> new Admission.Refused(Admission.Cause.LAG, SOON);
                    default -> new Admission.Accepted(partition, position, Micros.instant(number(list.get(2 * i + 1))));
                };
                entered |= position > 0;
            }
            admissions[indexes.get(i)] = admission;
        }
        if (entered) {
            limits.appended().accept(partition);
        }
    }

    private static long number(Object bytes) {
        return Long.parseLong(EntryForm.text(bytes));
    }

    /** The key by which an event is known again; half a SHA-256, so that nobody can make two that collide. */
    static String digest(Event event) {
        byte[] whole = DigestUtils.sha256((event.source() + "\n" + event.id()).getBytes(StandardCharsets.UTF_8));
        return TEXT.encodeToString(Arrays.copyOf(whole, DIGEST));
    }
}
