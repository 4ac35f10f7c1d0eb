package io.siyu.replay;

import io.siyu.decision.Decision;

/** Is told what a replay decides, in order. */
@FunctionalInterface
public interface ReplayWatcher {

    /** The next decision, in the order of (at, partition, position, ordinal). */
    void decided(Decision decision);

    /** A rule or an entry that could not be evaluated, in plain words. */
    default void fault(String fault) {}
}
