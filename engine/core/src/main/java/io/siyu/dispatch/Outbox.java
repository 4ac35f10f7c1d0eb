package io.siyu.dispatch;

import io.siyu.event.Subject;
import java.util.Collection;
import java.util.List;

/** The messages that wait to be sent. Calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface Outbox {

    /** Takes up to {@code limit} messages of each partition's lane, durably, under the current lease; oldest first. */
    List<Claim> claim(Collection<Integer> partitions, Lane lane, int limit);

    /** Ends claims, each with its receipt in the log; one that is no longer open changes nothing. */
    void end(List<Outcome> outcomes);

    /** Claims of a lane that have no outcome, of this lease and earlier ones. */
    List<Claim> open(Collection<Integer> partitions, Lane lane);

    /** Asks that a message not be sent; false if it is too late or unknown. The receipt says so. */
    boolean cancel(Subject subject, String message);
}
