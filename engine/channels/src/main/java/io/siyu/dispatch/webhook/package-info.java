/**
 * The signed webhook: messages go by HTTPS to an address of the retailer's own, after Standard Webhooks.
 *
 * <p>In: messages with their texts filled. Out: one signed POST an attempt, and what its answer proves. Called by
 * dispatch.
 */
@NullMarked
package io.siyu.dispatch.webhook;

import org.jspecify.annotations.NullMarked;
