/**
 * What benchmarks compare deciding with: Drools used plainly.
 *
 * <p>In: the rules and events of the fixed mix. Out: how often a rule fired. Called from the benchmark of deciding.
 */
@NullMarked
package io.siyu.samples.bench.plain;

import org.jspecify.annotations.NullMarked;
