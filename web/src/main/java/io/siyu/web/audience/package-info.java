/**
 * How many members an audience or a campaign means, and how many of them a message would reach now.
 *
 * <p>In: the id of what is in force, or an audience's file as somebody writes it. Out: counts with intervals and reasons.
 */
@NullMarked
package io.siyu.web.audience;

import org.jspecify.annotations.NullMarked;
