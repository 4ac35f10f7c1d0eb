/**
 * What those who look on keep in the house database.
 *
 * <p>In: how often rules fired. Out: the same, day by day, after a restart. Called by the watch over rules; deciding goes on
 * when the database does not answer.
 */
@NullMarked
package io.siyu.report.jdbc;

import org.jspecify.annotations.NullMarked;
