/**
 * The Replay screen: a trace played through the playbook in force, and what came of it.
 *
 * <p>In: traces under the server's home. Out: runs with their progress and summary. Called by browsers.
 */
@NullMarked
package io.siyu.web.replay;

import org.jspecify.annotations.NullMarked;
