/**
 * The house database as a whole: a copy of all its tables that another database, of another make too, can take over.
 *
 * <p>In: a database nobody else writes to. Out: lines of JSON, one for each row. Called by export and restore.
 */
@NullMarked
package io.siyu.house.jdbc;

import org.jspecify.annotations.NullMarked;
