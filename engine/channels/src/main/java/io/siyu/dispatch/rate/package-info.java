/**
 * The rate limit: no more messages a second than a channel's vendor takes.
 *
 * <p>In: messages for any channel. Out: what that channel answers, or when to come again. Called by dispatch.
 */
@NullMarked
package io.siyu.dispatch.rate;

import org.jspecify.annotations.NullMarked;
