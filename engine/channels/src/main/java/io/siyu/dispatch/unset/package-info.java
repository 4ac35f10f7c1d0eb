/**
 * The place of a channel this server was not told how to reach.
 *
 * <p>In: messages. Out: the refusal of each. Called by dispatch.
 */
@NullMarked
package io.siyu.dispatch.unset;

import org.jspecify.annotations.NullMarked;
