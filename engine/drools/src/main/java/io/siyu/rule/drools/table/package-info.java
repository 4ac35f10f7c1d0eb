/**
 * Decision tables as DRL: each row of a table becomes a rule.
 *
 * <p>In: the text of a CSV file as Drools reads it. Out: {@link io.siyu.rule.drools.drl.MadeDrl}, whose places are the cells,
 * and what is wrong with them. Called by the compiler one package up; knows no event type.
 */
@NullMarked
package io.siyu.rule.drools.table;

import org.jspecify.annotations.NullMarked;
