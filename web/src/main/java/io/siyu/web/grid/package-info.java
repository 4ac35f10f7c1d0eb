/**
 * The grid of a campaign: its steps as a spreadsheet, out and in again.
 *
 * <p>In: cells that were pasted or uploaded as CSV or .xlsx. Out: the campaign's draft, after its author has seen what
 * changes, and the same steps as files. Called by marketers' browsers and the command line.
 */
@NullMarked
package io.siyu.web.grid;

import org.jspecify.annotations.NullMarked;
