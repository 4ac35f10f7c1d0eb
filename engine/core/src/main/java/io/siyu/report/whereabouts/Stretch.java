package io.siyu.report.whereabouts;

import java.util.List;

/**
 * Consecutive entries of a partition and where they moved proposals, each at most once.
 *
 * @param after position before its first entry
 * @param through position of its last
 */
public record Stretch(int partition, long after, long through, List<Move> moves) {
    public Stretch {
        moves = List.copyOf(moves);
    }
}
