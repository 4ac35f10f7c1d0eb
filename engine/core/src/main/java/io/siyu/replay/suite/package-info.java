/**
 * All scenarios of a playbook, played at once.
 *
 * <p>In: a playbook and the edition it became. Out: for each scenario what came of it, in written order. Called by the
 * command line and by tests.
 */
@NullMarked
package io.siyu.replay.suite;

import org.jspecify.annotations.NullMarked;
