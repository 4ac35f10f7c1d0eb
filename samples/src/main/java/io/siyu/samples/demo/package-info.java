/**
 * The demo: a made-up retailer with members, stores and communities, and the twelve days of its promotion.
 *
 * <p>In: a seed and a number of members. Out: a playbook, a history to begin with, and events in order of time that are
 * fed to a house whose clock runs fast. Called by {@code siyu demo}.
 */
@NullMarked
package io.siyu.samples.demo;

import org.jspecify.annotations.NullMarked;
