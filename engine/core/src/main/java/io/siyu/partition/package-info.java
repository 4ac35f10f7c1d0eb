/**
 * One partition's life: entries in log order, each decided and committed whole.
 *
 * <p>In: entries and what the partition holds. Out: one {@link io.siyu.partition.Commit} per entry. Called by workers
 * (live) and lanes (replay); start at {@link io.siyu.partition.Advance}.
 */
@NullMarked
package io.siyu.partition;

import org.jspecify.annotations.NullMarked;
