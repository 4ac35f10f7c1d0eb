/**
 * DRL text as trees: tokens, rules, conditions and the one call of a consequence, each with its place.
 *
 * <p>In: the text of one file. Out: a {@link io.siyu.rule.drools.drl.RuleTree} of each rule it can read and a diagnostic for
 * everything outside the subset. Called by the compiler one package up; knows no event type.
 */
@NullMarked
package io.siyu.rule.drools.drl;

import org.jspecify.annotations.NullMarked;
