/**
 * Partitions kept in Redis: log, checkpoint, states, timers, letters, outbox, vault and what screens read.
 *
 * <p>In: events, flushes, claims, outcomes. Out: entries, states, messages. One script per step, each within one
 * partition's slot; {@link io.siyu.partition.redis.RedisKeys} lists all keys. Called by the wiring, through {@link
 * io.siyu.partition.redis.RedisHouse}.
 */
@NullMarked
package io.siyu.partition.redis;

import org.jspecify.annotations.NullMarked;
