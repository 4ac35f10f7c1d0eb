/**
 * Why a member was, or was not, sent something: to programs as JSON, to people as a screen.
 *
 * <p>In: a subject and an event's id. Out: what {@link io.siyu.archive.Why} tells, with values as people write them.
 */
@NullMarked
package io.siyu.web.why;

import org.jspecify.annotations.NullMarked;
