package io.siyu.partition;

import io.siyu.member.PartitionState;

/**
 * How far a partition is decided.
 *
 * @param position of the last entry decided; 0 before the first
 */
public record Checkpoint(long position, PartitionState state) {

    /** The partition's number. */
    public int partition() {
        return state.number();
    }
}
