/**
 * The past of the house in files: what partitions decided, behind what their store keeps of it.
 *
 * <p>In: decided entries with their decisions, from a store's {@link io.siyu.archive.RecentPast}. Out: segments that screens,
 * the decision file and a rebuild read. Called by the store that is archived; nothing that decides or sends knows it.
 */
@NullMarked
package io.siyu.archive;

import org.jspecify.annotations.NullMarked;
