/**
 * A whole house under load: the server in a process of its own, what is sent to it, and the commits alone beside it.
 *
 * <p>In: a workload. Out: a server that answers, and when it has drained. Called from the benchmarks.
 */
@NullMarked
package io.siyu.samples.bench.served;

import org.jspecify.annotations.NullMarked;
