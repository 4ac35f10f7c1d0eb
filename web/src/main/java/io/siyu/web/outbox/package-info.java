/**
 * What the house gave up on, to look at and to try again.
 *
 * <p>In: requests of operators and of programs. Out: pages, and new entries that try again. Called by browsers and scripts.
 */
@NullMarked
package io.siyu.web.outbox;

import org.jspecify.annotations.NullMarked;
