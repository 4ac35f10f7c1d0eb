package io.siyu.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decisions a house still keeps, partition by partition. Safe for many threads. */
public interface KeptDecisions {

    /** How many partitions the house has. */
    int partitions();

    /**
     * The decisions of one partition that are still kept, in the order made: at most {@code limit} of them, those behind
     * {@code after} or, if it is null, the first.
     */
    List<Told> decisions(int partition, @Nullable Told after, int limit);
}
