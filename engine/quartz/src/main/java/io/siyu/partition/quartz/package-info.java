/**
 * The calendar: when, in real time, a planned moment of the house is due.
 *
 * <p>In: the agenda of the edition in force and the house's clock. Out: firings that ask the agenda to begin what is due,
 * never a message. Called by the wiring, which starts both schedulers, and by whoever publishes or turns the clock.
 */
@NullMarked
package io.siyu.partition.quartz;

import org.jspecify.annotations.NullMarked;
