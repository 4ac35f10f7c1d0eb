/**
 * A house that runs: the threads that decide, watch the time and send.
 *
 * <p>In: the ports a store offers, editions, channels. Out: decisions and messages, as long as it is open. Called by the
 * wiring of a server and by tests.
 */
@NullMarked
package io.siyu.house;

import org.jspecify.annotations.NullMarked;
