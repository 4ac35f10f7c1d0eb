/**
 * What the house decided, handed out to programs.
 *
 * <p>In: the decisions the house keeps. Out: the decision file as a stream of JSON lines. Called by programs with an API
 * token.
 */
@NullMarked
package io.siyu.web.report;

import org.jspecify.annotations.NullMarked;
