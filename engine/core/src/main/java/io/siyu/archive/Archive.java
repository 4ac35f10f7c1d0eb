package io.siyu.archive;

import java.util.List;
import java.util.function.Consumer;

/** The partitions' past, kept outside the store. Safe for many threads; calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface Archive {

    /**
     * Keeps these consecutive entries for good before it returns. They stand for everything behind {@code after}: what
     * was kept there by a run that did not come to record it is set aside.
     */
    void put(int partition, long after, List<PastEntry> entries);

    /**
     * The consecutive entries around this position that are read together: those that hold it or, where it is missing, the
     * next behind it; empty when there are none.
     */
    List<PastEntry> around(int partition, long position);

    /**
     * Tells, in order, the entries whose stored lines, those of their decisions among them, hold one of these texts, each with
     * only those of its decisions that do; the others are not read further.
     */
    void each(int partition, List<String> marks, Consumer<PastEntry> found);

    /**
     * Looks after what a crash may have left, and how far the past is kept.
     *
     * @param recorded the position up to which the store says it is
     * @return the last position at or before it up to which nothing is missing or damaged
     */
    long whole(int partition, long recorded);

    /** The last position that was ever kept, recorded or not; 0 if there is none. */
    long end(int partition);
}
