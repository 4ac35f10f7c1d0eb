/**
 * How well the house is, for operators and their tools.
 *
 * <p>In: what the engine's doctor finds. Out: the health endpoint, which names the part that is ill and what to do.
 */
@NullMarked
package io.siyu.web.health;

import org.jspecify.annotations.NullMarked;
