/**
 * What the loops around deciding keep in the house database.
 *
 * <p>In: occasions that were begun or missed. Out: which were begun before a restart. Called by the agenda; deciding goes
 * on when the database does not answer.
 */
@NullMarked
package io.siyu.partition.jdbc;

import org.jspecify.annotations.NullMarked;
