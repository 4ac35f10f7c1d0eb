package io.siyu.partition;

import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several consecutive entries of one partition, decided; written whole or not at all.
 *
 * @param after the checkpoint it stands on; the store refuses it on any other
 * @param partition the partition's own state after the last of them
 * @param changes of each subject that is no longer as it is stored, the state before the first and after the last of them
 */
public record Flush(Checkpoint after, PartitionState partition, Map<Subject, Change> changes, List<Commit> commits) {

    /** A subject's state as stored and as it shall be. */
    public record Change(@Nullable State before, State after) {

        /** Whether it is stored as it shall be. */
        public boolean isNone() {
            return after.equals(before);
        }
    }

    public Flush {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        commits = List.copyOf(commits);
    }

    /** The checkpoint once it is written. */
    public Checkpoint through() {
        return new Checkpoint(after.position() + commits.size(), partition);
    }
}
