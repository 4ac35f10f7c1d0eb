/**
 * Looking on: what the running house did, for screens.
 *
 * <p>In: what partitions decided and dispatch sent. Out: counts, recent decisions, the story of one message, health.
 * Called by the web; nothing that decides or sends knows it.
 */
@NullMarked
package io.siyu.report;

import org.jspecify.annotations.NullMarked;
