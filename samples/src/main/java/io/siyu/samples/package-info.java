/**
 * The command line with the verbs that show Siyu on retailers of ours: demo, benchmarks, simulator. In come arguments, out goes an
 * exit code; the launcher calls it.
 */
@NullMarked
package io.siyu.samples;

import org.jspecify.annotations.NullMarked;
