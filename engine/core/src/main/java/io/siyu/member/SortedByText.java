package io.siyu.member;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map with texts as keys, in lexical order; small, and cheap to follow with one that differs in one key.
 *
 * @param <V> the values
 */
public final class SortedByText<V> extends AbstractMap<String, V> {

    private static final SortedByText<?> NONE = new SortedByText<>(new String[0], new Object[0]);

    private final String[] keys;
    private final Object[] values;

    private SortedByText(String[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The empty map. */
    @SuppressWarnings("unchecked") // an empty map holds no value of any type
    public static <V> SortedByText<V> none() {
        return (SortedByText<V>) NONE;
    }

    /** The same content; the same object when it is one of these already. */
    public static <V> SortedByText<V> of(Map<String, V> map) {
        if (map instanceof SortedByText<V> sorted) {
            return sorted;
        }
        TreeMap<String, V> sorted = new TreeMap<>(map);
        return sorted.isEmpty()
                ? none()
                : new SortedByText<>(
                        sorted.keySet().toArray(new String[0]), sorted.values().toArray());
    }

    /** With this value under this key; the same object if it stands there already. */
    public SortedByText<V> with(String key, V value) {
        int place = Arrays.binarySearch(keys, key);
        if (place >= 0) {
            if (values[place].equals(value)) {
                return this;
            }
            Object[] next = values.clone();
            next[place] = value;
            return new SortedByText<>(keys, next);
        }
        int at = -place - 1;
        return new SortedByText<>(
                inserted(keys, new String[keys.length + 1], at, key),
                inserted(values, new Object[values.length + 1], at, value));
    }

    /** Without this key. */
    public SortedByText<V> without(String key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0
                ? this
                : new SortedByText<>(
                        removed(keys, new String[keys.length - 1], at),
                        removed(values, new Object[values.length - 1], at));
    }

    @Override
    @SuppressWarnings("unchecked") // only values of V are ever put in
    public @Nullable V get(@Nullable Object key) {
        int place = key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
        return place < 0 ? null : (V) values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String text && Arrays.binarySearch(keys, text) >= 0;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked") // only values of V are ever put in
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], (V) values[i]);
        }
    }

    private final class Entries implements Iterator<Map.Entry<String, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        @SuppressWarnings("unchecked") // only values of V are ever put in
        public Map.Entry<String, V> next() {
            if (next == keys.length) {
                throw new NoSuchElementException();
            }
            return Map.entry(keys[next], (V) values[next++]);
        }
    }

    static <T> T[] inserted(T[] from, T[] to, int at, T element) {
        System.arraycopy(from, 0, to, 0, at);
        to[at] = element;
        System.arraycopy(from, at, to, at + 1, from.length - at);
        return to;
    }

    static <T> T[] removed(T[] from, T[] to, int at) {
        System.arraycopy(from, 0, to, 0, at);
        System.arraycopy(from, at + 1, to, at, to.length - at);
        return to;
    }
}
