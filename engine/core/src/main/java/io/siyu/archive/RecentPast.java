package io.siyu.archive;

import java.util.List;

/** What a store still holds of its partitions' past. Calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface RecentPast {

    /**
     * How far one partition is.
     *
     * @param decided position of its last decided entry
     * @param archived position up to which the archive holds it
     */
    record Reach(int partition, long decided, long archived) {}

    /** How far every partition is. */
    List<Reach> reaches();

    /** Up to {@code limit} decided entries behind this position, without a gap; fewer where they are large. */
    List<PastEntry> entries(int partition, long after, int limit);

    /** The archive holds everything up to this position; the store may forget what nobody else needs. */
    void archived(int partition, long position);
}
