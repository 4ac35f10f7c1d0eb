/**
 * The real year: the Complete Journey sample as a trace.
 *
 * <p>In: the published CSV files, which are not part of this project. Out: a trace file. Called by benchmarks and tests.
 */
@NullMarked
package io.siyu.samples.journey;

import org.jspecify.annotations.NullMarked;
