package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.rule.Consulted;
import java.time.Instant;

/** Is told what a replay decides, in order. */
@FunctionalInterface
public interface ReplayWatcher {

    /** The next decision, in the order of (at, partition, position, ordinal). */
    void decided(Decision decision);

    /** The rules were asked about a fact at this log time; those of one minute come before its decisions, in no fixed order. */
    default void consulted(Instant at, Consulted consulted) {}

    /** A rule or an entry that could not be evaluated, in plain words. */
    default void fault(String fault) {}
}
