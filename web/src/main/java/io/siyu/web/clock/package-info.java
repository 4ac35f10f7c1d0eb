/**
 * The hand on the house's clock, where it may be turned: an accelerated house, as the demo's.
 *
 * <p>In: a pace or a pause a person chose. Out: the house's clock runs so; the calendar follows. Called by browsers from
 * the Live screen.
 */
@NullMarked
package io.siyu.web.clock;

import org.jspecify.annotations.NullMarked;
