package io.siyu.event;

import java.time.Instant;

/**
 * One entry of a partition's log.
 *
 * @param position from 1, without gaps
 * @param at log time: when the house learned it; never goes back within a partition
 */
public record Entry(long position, Instant at, EntryKind kind, Event event) {}
