package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.dispatch.Vault;
import io.siyu.event.Subject;
import io.siyu.partition.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import redis.clients.jedis.params.SetParams;

/** Personal values as encrypted hashes, each subject's under a key of its own. */
@SuppressWarnings("ArrayAsKeyOfSetOrMap") // why: Jedis answers with maps of bytes; they are only gone through.
final class RedisVault implements Vault {
    private final RedisStore store;
    private final HouseKey house;

    RedisVault(RedisStore store, HouseKey house) {
        this.store = store;
        this.house = house;
    }

    /** The wrapped keys under which a batch of arrivals is sealed. */
    final class Sealing {
        private final Map<Subject, String> wrapped;

        private Sealing(Map<Subject, String> wrapped) {
            this.wrapped = wrapped;
        }

        /** The arrival's part of the append script's arguments. */
        void add(Args args, Arrival arrival) {
            String key = wrapped.get(arrival.event().subject());
            if (arrival.personal().isEmpty() || key == null) {
                args.add("").add("").add(0);
                return;
            }
            args.add(RedisKeys.suffix(arrival.event().subject())).add(key);
            SecretKey own = house.unwrap(key);
            args.addAll(
                    arrival.personal().entrySet(),
                    value -> args.add(value.getKey())
                            .add(HouseKey.seal(own, value.getValue().getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Reads the keys of those who bring personal values, and makes those that do not exist yet. */
    Sealing sealing(List<Arrival> arrivals) {
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Arrival arrival : arrivals) {
            if (!arrival.personal().isEmpty()) {
                subjects.add(arrival.event().subject());
            }
        }
        Map<Subject, String> keys = keys(subjects);
        Set<Subject> without = new LinkedHashSet<>(subjects);
        without.removeIf(subject -> keys.get(subject) != null);
        if (without.isEmpty()) {
            return new Sealing(keys);
        }
        store.ask(
                without,
                (pipeline, subject) -> pipeline.set(
                        key(subject), house.newKey(), SetParams.setParams().nx()));
        return new Sealing(keys(subjects));
    }

    private Map<Subject, String> keys(Collection<Subject> subjects) {
        return store.ask(subjects, (pipeline, subject) -> pipeline.get(key(subject)));
    }

    private String key(Subject subject) {
        return RedisKeys.key(store.partitionOf(subject), subject);
    }

    @Override
    public Map<Subject, Map<String, String>> personal(Collection<Subject> subjects) {
        Map<Subject, String> keys = keys(subjects);
        Map<Subject, Map<byte[], byte[]>> sealed = store.ask(
                subjects,
                (pipeline, subject) -> pipeline.hgetAll(bytes(RedisKeys.vault(store.partitionOf(subject), subject))));
        Map<Subject, Map<String, String>> personal = new LinkedHashMap<>();
        sealed.forEach((subject, values) -> {
            String key = keys.get(subject);
            if (key != null && !values.isEmpty()) {
                personal.put(subject, open(house.unwrap(key), values));
            }
        });
        return personal;
    }

    private static Map<String, String> open(SecretKey key, Map<byte[], byte[]> sealed) {
        Map<String, String> open = new LinkedHashMap<>();
        sealed.forEach((field, value) ->
                open.put(EntryForm.text(field), new String(HouseKey.open(key, value), StandardCharsets.UTF_8)));
        return open;
    }
}
