package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What partitions hold, as stored with their last commits. Calls that fail throw {@link StoreDownException}. */
public interface PartitionStates {

    /** Answer to a flush; any other, such as a broken connection, is an exception and means unknown. */
    enum Answer {
        /** All of it is written. */
        WRITTEN,
        /** Nothing of it is written: the checkpoint is another, or the partition was taken over. */
        REFUSED
    }

    /** The checkpoints of these partitions, in their order. */
    List<Checkpoint> checkpoints(Collection<Integer> partitions);

    /** The states of those subjects that have one. */
    Map<Subject, State> states(Collection<Subject> subjects);

    /** Subjects whose earliest timer is due at or before {@code until}, by (due, subject). */
    List<Subject> due(int partition, Instant until, int limit);

    /** Subjects of a kind whose id is behind {@code after}, by subject. */
    List<Subject> subjects(int partition, SubjectKind kind, String after, int limit);

    /** Whom each of these visits, in their order; a store that can is asked once for all. */
    default List<List<Subject>> visited(List<Visit> visits) {
        return visits.stream().map(visit -> visit.in(this)).toList();
    }

    /** Writes each flush whole or not at all; at most one flush for each partition. */
    List<Answer> commit(List<Flush> flushes);
}
