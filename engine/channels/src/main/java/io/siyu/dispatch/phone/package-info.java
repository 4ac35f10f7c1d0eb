/**
 * The sandbox phone: a channel that reaches nobody but the screens.
 *
 * <p>In: messages with their texts filled. Out: the same on the phones of members and communities. Called by dispatch.
 */
@NullMarked
package io.siyu.dispatch.phone;

import org.jspecify.annotations.NullMarked;
