/**
 * The spreadsheet door: the steps of a cadence as rows of a spreadsheet, and back.
 *
 * <p>In: cells as people paste, save or copy them, and the campaign file they are for. Out: the file as it would become,
 * what differs step by step, and every fault with its cell. Called by the command line and the screen of a campaign's grid.
 */
@NullMarked
package io.siyu.playbook.grid;

import org.jspecify.annotations.NullMarked;
