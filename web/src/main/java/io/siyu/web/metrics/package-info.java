/**
 * Figures of the running house for Prometheus, as docs/operations.md lists them.
 *
 * <p>In: what the engine's loops tell an observer, and what a survey of the store finds when somebody scrapes. Out: meters
 * under {@code /actuator/prometheus}. Nothing that decides or sends knows them.
 */
@NullMarked
package io.siyu.web.metrics;

import org.jspecify.annotations.NullMarked;
