/**
 * For how many members a message is meant, and how many it would reach now: before anybody sends it.
 *
 * <p>In: an edition, an audience or campaign, and members' states. Out: counts with intervals and the guards' reasons. Called
 * from the web and from benchmarks.
 */
@NullMarked
package io.siyu.report.reach;

import org.jspecify.annotations.NullMarked;
