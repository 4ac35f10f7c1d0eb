/**
 * Export and restore of a whole house while no server runs it: Redis, database and archive into a directory and back.
 *
 * <p>In: the settings a server would take, and a directory. Out: the other way round. Called by the command line; names
 * the adapters itself, since no Spring is there to hand them out.
 */
@NullMarked
package io.siyu.web.copy;

import org.jspecify.annotations.NullMarked;
