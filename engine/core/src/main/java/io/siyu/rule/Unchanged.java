package io.siyu.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What a pure function made of the arguments of the round before, so that what did not change is not worked out again.
 * Safe for many threads: rounds at the same time may do work twice, and the one that ends last is remembered.
 */
public final class Unchanged<K, V> {
    private final AtomicReference<Map<K, V>> last = new AtomicReference<>(Map.of());

    /** Begins a round; what it asks for is known to the next one. */
    public Round begin() {
        return new Round(last.get());
    }

    /** One round, of one thread. */
    public final class Round implements AutoCloseable {
        private final Map<K, V> before;
        private final Map<K, V> now = new HashMap<>();

        private Round(Map<K, V> before) {
            this.before = before;
        }

        /** The value of the round before, or the one made now; equal keys must make equal values. */
        public V of(K key, Function<K, V> make) {
            V known = before.get(key);
            V value = known == null ? make.apply(key) : known;
            now.put(key, value);
            return value;
        }

        /** Ends the round. */
        @Override
        public void close() {
            last.set(now);
        }
    }
}
