/**
 * The pure heart: proposals go in, guards dispose, decisions come out.
 *
 * <p>In: the state of one subject, its partition's state, what happened and an edition. Out: new states, decisions,
 * timers and letters. Start at {@link io.siyu.decision.Decide}. Called by the partition stage only.
 */
@NullMarked
package io.siyu.decision;

import org.jspecify.annotations.NullMarked;
