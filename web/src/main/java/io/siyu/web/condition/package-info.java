/**
 * Conditions as rows of a form: field, comparison, value.
 *
 * <p>In: the text of a {@code when}, or the rows somebody changed. Out: rows with their faults, the text they stand for, and
 * how often it would have held.
 */
@NullMarked
package io.siyu.web.condition;

import org.jspecify.annotations.NullMarked;
