/**
 * The Live screen: what the house does right now.
 *
 * <p>In: a view of the running house through {@link io.siyu.web.live.LiveFeed}. Out: one page, kept fresh by
 * server-sent events, and the timeline of every message. Called by browsers.
 */
@NullMarked
package io.siyu.web.live;

import org.jspecify.annotations.NullMarked;
