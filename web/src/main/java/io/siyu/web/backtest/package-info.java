/**
 * How often a rule, and each of its conditions alone, would have held over the last week: while somebody writes it.
 *
 * <p>In: a rule file's text or one pattern. Out: counts with intervals, and members to look at.
 */
@NullMarked
package io.siyu.web.backtest;

import org.jspecify.annotations.NullMarked;
