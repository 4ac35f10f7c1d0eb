/**
 * The mapping language: how rows of a shop's CSV files read as events.
 *
 * <p>In: a mapping file and CSV files. Out: a trace in time order, and each row that could not be read with its reason.
 * Called by the command {@code import}. The language is told in {@code docs/mapping.md}.
 */
@NullMarked
package io.siyu.trace.mapping;

import org.jspecify.annotations.NullMarked;
