/**
 * The frame every benchmark runs in, so that figures of different days and machines can be compared.
 *
 * <p>In: a benchmark's runs. Out: one form for people and one for programs, and whether the run holds against what was
 * committed. Called from the benchmarks.
 */
@NullMarked
package io.siyu.samples.bench.frame;

import org.jspecify.annotations.NullMarked;
