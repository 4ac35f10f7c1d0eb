/**
 * A new edition on one partition, compared with the others.
 *
 * <p>In: what partitions were told and decided since it began. Out: counts of both sides, and what speaks against the new
 * edition. Called by the wiring that ends a canary.
 */
@NullMarked
package io.siyu.report.canary;

import org.jspecify.annotations.NullMarked;
