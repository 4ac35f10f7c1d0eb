/**
 * The circuit breaker: a channel whose vendor is ill is left alone for a while.
 *
 * <p>In: messages for any channel. Out: what that channel answers, or that it rests. Called by dispatch.
 */
@NullMarked
package io.siyu.dispatch.circuit;

import org.jspecify.annotations.NullMarked;
