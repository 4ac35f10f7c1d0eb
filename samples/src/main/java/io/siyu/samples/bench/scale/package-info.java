/**
 * A large house for benchmarks: a whole server in this JVM whose members have moved in and whose clock is set.
 *
 * <p>In: how many members. Out: the house at work, and what its Redis says of itself. Called from the benchmarks.
 */
@NullMarked
package io.siyu.samples.bench.scale;

import org.jspecify.annotations.NullMarked;
