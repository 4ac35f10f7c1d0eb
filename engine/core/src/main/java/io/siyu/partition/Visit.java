package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import java.time.Instant;
import java.util.List;

/** A tick's or scan's question to the store: which subjects of its partition it visits. */
public sealed interface Visit {

    /** Where the subjects are. */
    int partition();

    /** How many at most. */
    int limit();

    /** The subjects, as these states know them. */
    List<Subject> in(PartitionStates states);

    /** Those whose earliest timer is due at or before {@code until}, by (due, subject). */
    record Due(int partition, Instant until, int limit) implements Visit {
        @Override
        public List<Subject> in(PartitionStates states) {
            return states.due(partition, until, limit);
        }
    }

    /** Those of a kind whose id is behind {@code after}, by subject. */
    record Behind(int partition, SubjectKind kind, String after, int limit) implements Visit {
        @Override
        public List<Subject> in(PartitionStates states) {
            return states.subjects(partition, kind, after, limit);
        }
    }
}
