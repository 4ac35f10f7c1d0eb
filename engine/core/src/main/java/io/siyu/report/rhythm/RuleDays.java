package io.siyu.report.rhythm;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What rules did, day by day, where it lasts. Safe for many threads; calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface RuleDays {

    /** Adds what was noted, all of it or nothing. */
    void add(Noted noted);

    /** All counts of this day and later. */
    RuleCounts since(LocalDate day);

    /** Forgets the counts of days before this one. */
    void forget(LocalDate before);

    /**
     * The rules are written so from this day on. One that was written otherwise, or is new, is noted, and what was wrong with
     * it before is forgotten.
     *
     * @param texts of each rule 64 hex digits that tell whether it was changed
     */
    void written(Map<String, String> texts, LocalDate day);

    /** By rule the days on which it began to be written otherwise, in order; the first is when it became known. */
    Map<String, List<LocalDate>> written();

    /** By rule where it fired last. */
    Map<String, Sighting> fired();

    /** By rule what was wrong with it, as it is written now. */
    Map<String, RuleTrouble> troubles();
}
