/**
 * Benchmarks: each prints what it ran and how fast, in the same form on every machine.
 *
 * <p>In: arguments of {@code siyu bench NAME}. Out: lines for people and for docs/measurements. Called from the command
 * line.
 */
@NullMarked
package io.siyu.samples.bench;

import org.jspecify.annotations.NullMarked;
