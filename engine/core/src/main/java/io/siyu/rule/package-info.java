/**
 * What rules see and what they may propose; the ports to the rule engine.
 *
 * <p>In: a {@link io.siyu.rule.Fact}. Out: proposals, never effects. Called by the decision stage once per event.
 */
@NullMarked
package io.siyu.rule;

import org.jspecify.annotations.NullMarked;
