package io.siyu.samples.chaos;

import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.partition.Admission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be known of a house after it has come to rest.
 *
 * @param logs the entries of each partition
 * @param told the decisions of each partition
 * @param sent the event ids of all events that were sent and acknowledged
 * @param statuses the last status of every message by id
 * @param goals orders the club has counted
 * @param counts what screens count, by verdict and reason
 * @param leftovers what should be empty and is not
 */
record History(
        List<List<Entry>> logs,
        List<List<Told>> told,
        List<String> sent,
        Map<String, Admission.Accepted> accepted,
        List<Call> calls,
        Map<String, String> statuses,
        long goals,
        Map<String, Long> counts,
        List<String> leftovers) {

    /** The decisions of all partitions. */
    List<Told> lines() {
        return told.stream().flatMap(List::stream).toList();
    }

    /** The entries of all partitions. */
    List<Entry> entries() {
        return logs.stream().flatMap(List::stream).toList();
    }

    /**
     * What was decided about one proposal.
     *
     * @param what the template, or for what sends nothing action and target
     */
    record Line(
            long position,
            Instant at,
            String subject,
            String event,
            String what,
            Verdict verdict,
            String reason,
            @Nullable Instant until) {
        Line but(Verdict other, String why, @Nullable Instant when) {
            return new Line(position, at, subject, event, what, other, why, when);
        }
    }

    /** A decision line, and the proposal and message it is about. */
    record Told(Line line, String proposal, String message, String text) {}
}
