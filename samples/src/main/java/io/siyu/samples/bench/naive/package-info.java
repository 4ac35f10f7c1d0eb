/**
 * Delayed messages as they are usually made, for comparison: a stored Quartz trigger for each, and a member's state in a
 * row that is read and written for every event.
 *
 * <p>In: members' states and what is due. Out: messages in a table. Called from the benchmark {@code naive}.
 */
@NullMarked
package io.siyu.samples.bench.naive;

import org.jspecify.annotations.NullMarked;
