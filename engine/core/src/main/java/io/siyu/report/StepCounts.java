package io.siyu.report;

import java.util.List;

/** What became of the proposals of a campaign, step by step. Safe for many threads; throws when the store is away. */
@FunctionalInterface
public interface StepCounts {

    /** By step and act, in the order of their names; those of entering the campaign have no step. */
    List<StepCount> of(String campaign);
}
