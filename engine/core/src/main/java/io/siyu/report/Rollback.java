package io.siyu.report;

import java.time.Instant;
import java.util.Optional;

/** Whether the store lost entries that were there, and a person's word that the house may go on. */
public interface Rollback {
    /** Of a house that does not look. */
    Rollback NEVER = new Rollback() {
        @Override
        public Optional<Loss> loss() {
            return Optional.empty();
        }

        @Override
        public boolean acknowledge() {
            return false;
        }
    };

    /**
     * What was lost.
     *
     * @param noticed when it was missed
     * @param entries how many entries of logs, of all partitions
     */
    record Loss(Instant noticed, long entries, int partitions) {}

    /** What was lost and nobody has acknowledged; marketing messages wait as long as this is there. */
    Optional<Loss> loss();

    /** The loss is known, and marketing messages may go out again; false if there was none. */
    boolean acknowledge();
}
