/**
 * What happened: typed events, the catalogue that describes them, and the log entries that carry them.
 *
 * <p>In: JSON validated against the catalogue. Out: {@link io.siyu.event.Entry}. Called by everything that decides,
 * records or replays.
 */
@NullMarked
package io.siyu.event;

import org.jspecify.annotations.NullMarked;
