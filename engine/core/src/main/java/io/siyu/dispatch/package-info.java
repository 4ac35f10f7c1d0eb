/**
 * Taking messages from the outbox to their channels, each at most once.
 *
 * <p>In: messages that commits put into the outbox. Out: deliveries, and receipts in the log. One loop for each lane;
 * channels and the outbox are ports.
 */
@NullMarked
package io.siyu.dispatch;

import org.jspecify.annotations.NullMarked;
