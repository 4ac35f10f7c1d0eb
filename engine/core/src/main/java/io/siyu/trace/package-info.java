/**
 * Trace files: recorded or imported events, one CloudEvents JSON line each, in log order.
 *
 * <p>In: lines of JSON. Out: the same lines, streamed, with their header and line numbers. Called by import, replay and
 * recording.
 */
@NullMarked
package io.siyu.trace;

import org.jspecify.annotations.NullMarked;
