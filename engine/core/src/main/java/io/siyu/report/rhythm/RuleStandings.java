package io.siyu.report.rhythm;

import java.util.List;

/** How the rules in force fare. Safe for many threads; throws {@link io.siyu.partition.StoreDownException} when what they did cannot be read. */
@FunctionalInterface
public interface RuleStandings {

    /** All of them, those that alarm first, then by name. */
    List<RuleStanding> rules();
}
