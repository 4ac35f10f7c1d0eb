/**
 * CSV files of a shop as rows with named columns.
 *
 * <p>In: how a file is written (delimiter, quotes, encoding, header) and its path. Out: rows with file and line, joined
 * columns, and the reason of each row that cannot be read. Called by the mapping.
 */
@NullMarked
package io.siyu.trace.csv;

import org.jspecify.annotations.NullMarked;
