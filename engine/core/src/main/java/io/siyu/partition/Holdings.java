package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one partition holds, as of its last commit. */
public interface Holdings {

    /** The partition's own state. */
    PartitionState partition();

    /** The state of a subject, or null if nothing is known of it. */
    @Nullable
    State state(Subject subject);

    /** Subjects whose earliest timer is due at or before {@code until}, by (due, subject); at most {@code limit}. */
    List<Subject> due(Instant until, int limit);

    /** Subjects of a kind whose id is behind {@code after}, by subject; at most {@code limit}. */
    List<Subject> subjects(SubjectKind kind, String after, int limit);
}
