package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.rule.Consulted;

/** Is told what a replay decides, in order. */
@FunctionalInterface
public interface ReplayWatcher {

    /** The next decision, in the order of (at, partition, position, ordinal). */
    void decided(Decision decision);

    /** The rules were asked about a fact in this entry; those of one minute come before its decisions, in no fixed order. */
    default void consulted(Entry entry, Consulted consulted) {}

    /** A rule or an entry that could not be evaluated, in plain words. */
    default void fault(String fault) {}
}
