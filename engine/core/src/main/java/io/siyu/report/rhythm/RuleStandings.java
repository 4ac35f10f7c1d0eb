package io.siyu.report.rhythm;

import java.util.List;
import java.util.Optional;

/** How the rules in force fare. Safe for many threads; throws {@link io.siyu.partition.StoreDownException} when what they did cannot be read. */
public interface RuleStandings {

    /** All of them, those that alarm first, then by name. */
    List<RuleStanding> rules();

    /** What was told last, at once and without reading anything; nothing before the first time. */
    Optional<List<RuleStanding>> last();
}
