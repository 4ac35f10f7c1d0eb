/**
 * The state of every subject kind, and how an event changes it.
 *
 * <p>In: a state and an event. Out: the next state, as a value. Called by the decision stage; stores only load and save.
 */
@NullMarked
package io.siyu.member;

import org.jspecify.annotations.NullMarked;
