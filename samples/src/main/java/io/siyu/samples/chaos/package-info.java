/**
 * Chaos: a real house on a real Redis is played random steps and faults from a seed, then looked at by a plain model.
 *
 * <p>In: a seed. Out: what was done, and every complaint of the model. Called from the command line and from tests.
 */
@NullMarked
package io.siyu.samples.chaos;

import org.jspecify.annotations.NullMarked;
