package io.siyu.dispatch;

import io.siyu.message.Message;

/**
 * A message one owner has taken to send; nobody else may until its outcome is known.
 *
 * @param epoch of the lease under which it was claimed
 */
public record Claim(int partition, Lane lane, long epoch, Message message) {}
