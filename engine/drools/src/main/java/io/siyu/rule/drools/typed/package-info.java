/**
 * Rules whose every name and value is known to the catalogue, and their evaluation without an engine.
 *
 * <p>In: a {@link io.siyu.rule.drools.drl.RuleTree} and the {@link io.siyu.rule.FactSchema}. Out: a
 * {@link io.siyu.rule.drools.typed.TypedRule}, or diagnostics in the author's words. Called by the compiler one package up.
 */
@NullMarked
package io.siyu.rule.drools.typed;

import org.jspecify.annotations.NullMarked;
