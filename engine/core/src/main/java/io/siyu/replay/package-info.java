/**
 * Running a trace on a virtual clock, with the same deciding code as live.
 *
 * <p>In: trace lines, editions. Out: decisions in one order, whatever the number of workers. Start at {@link
 * io.siyu.replay.Replay}; {@link io.siyu.replay.VirtualTime} is the clock, also used by a live house under {@code
 * --clock trace}.
 */
@NullMarked
package io.siyu.replay;

import org.jspecify.annotations.NullMarked;
