package io.siyu.archive;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What partitions held after one of their entries, kept outside the store, so that a rebuild need not begin with the first
 * entry. Safe for many threads; calls that fail throw {@link io.siyu.partition.StoreDownException}.
 */
public interface Snapshots {

    /** None were taken. */
    Snapshots NONE = new Snapshots() {
        @Override
        public void put(Taken taken, Iterator<byte[]> states) {
            throw new UnsupportedOperationException("Nothing is kept here.");
        }

        @Override
        public List<Taken> of(int partition) {
            return List.of();
        }

        @Override
        public void read(Taken taken, Consumer<byte[]> state) {
            throw new UnsupportedOperationException("Nothing is kept here.");
        }
    };

    /** A snapshot that is kept: what the partition held after the entry in this place, which entered at this log time. */
    record Taken(int partition, long position, Instant at) {}

    /** Keeps one for good before it returns; {@code states} are their stored bytes, the partition's own first. */
    void put(Taken taken, Iterator<byte[]> states);

    /** Those of a partition, newest first. */
    List<Taken> of(int partition);

    /** Tells the states of a snapshot as they were put. */
    void read(Taken taken, Consumer<byte[]> state);
}
