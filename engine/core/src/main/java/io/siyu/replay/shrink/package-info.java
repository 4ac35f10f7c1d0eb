/**
 * Long traces made short: the fewest events that still show what was found in many.
 *
 * <p>In: the events of a trace and what must still be seen. Out: some of them. Called by the command line.
 */
@NullMarked
package io.siyu.replay.shrink;

import org.jspecify.annotations.NullMarked;
