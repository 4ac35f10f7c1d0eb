/**
 * The rule engine: DRL in, a rule book on Drools' executable model out.
 *
 * <p>In: the DRL of an edition and what conditions may name. Out: a {@link io.siyu.rule.RuleBook}, or diagnostics. Called
 * when an edition is made; its sessions by the workers. Nothing an author writes becomes byte code.
 */
@NullMarked
package io.siyu.rule.drools;

import org.jspecify.annotations.NullMarked;
