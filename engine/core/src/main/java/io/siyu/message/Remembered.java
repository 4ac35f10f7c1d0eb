package io.siyu.message;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What was made of each key, until there are too many and all are forgotten. Safe for many threads. */
final class Remembered<K, V> {
    private final ConcurrentMap<K, V> known = new ConcurrentHashMap<>();
    private final int most;

    /** Of so many keys at most, or a few more where threads meet. */
    Remembered(int most) {
        this.most = most;
    }

    /** The value of this key, which depends on nothing else. */
    V of(K key, Function<K, V> make) {
        V value = known.get(key);
        if (value == null) {
            if (known.size() >= most) {
                known.clear();
            }
            value = known.computeIfAbsent(key, make);
        }
        return value;
    }
}
