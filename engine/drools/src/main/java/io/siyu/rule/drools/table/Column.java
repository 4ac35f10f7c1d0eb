package io.siyu.rule.drools.table;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param object the cell of the pattern, or of the word {@code propose}, its cells belong to
 * @param snippet of a condition or an action
 */
record Column(Kind kind, int index, Optional<Cell> object, Optional<Snippet> snippet) {

    /** Whether its conditions stand in the same pattern. */
    boolean isWith(Column other) {
        return object.isPresent() && object.equals(other.object);
    }
}
