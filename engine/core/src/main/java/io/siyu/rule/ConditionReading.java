package io.siyu.rule;

import java.util.Optional;

/** Reads conditions as rows. */
@FunctionalInterface
public interface ConditionReading {

    /**
     * The row that {@link ConditionWriting} would write so, sign for sign but for blanks; empty for free text, which is
     * every other constraint and what cannot be read at all.
     */
    Optional<ConditionRow> row(String text, ConditionFields fields);
}
