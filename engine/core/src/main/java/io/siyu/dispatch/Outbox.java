package io.siyu.dispatch;

import io.siyu.event.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages that wait to be sent. Calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface Outbox {

    /** How many messages may be claimed in each queue, by partition; queues and partitions without any are absent. */
    Map<Queue, Map<Integer, Long>> waiting(Collection<Integer> partitions);

    /** Puts deferred messages whose time has come back into their queues; how many. */
    int recall(Collection<Integer> partitions);

    /** Takes messages of partitions' queues, of each up to its share, durably, for a slot of this owner; oldest first. */
    List<Claim> claim(Queue queue, String slot, Map<Integer, Integer> shares);

    /** Those of these partitions that are still owned under the epoch; asked right before a channel is called. */
    Set<Integer> owned(Collection<Integer> partitions, long epoch);

    /**
     * Ends claims, each with its receipt in the log. A claim is ended once, by whoever holds it, whether or not the lease
     * has gone to another; only one that is unknown may be told better by its holder.
     */
    void end(List<Outcome> outcomes);

    /** Claims that have no outcome, of this owner and earlier ones. */
    List<Claim> open(Collection<Integer> partitions);

    /** The epoch of the lease this node holds, or held last. */
    long epoch();

    /** Asks that a message not be sent; false if it is too late or unknown. The receipt says so. What deciding asks for is done by the commit. */
    boolean cancel(Subject subject, String message);
}
