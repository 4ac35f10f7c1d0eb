/**
 * The directory of everything a retailer writes, read into one edition.
 *
 * <p>In: YAML, DRL and CSV files. Out: records of the campaign stage, and every fault with file, line and column. Called
 * by the command line, publishing and the web editor.
 */
@NullMarked
package io.siyu.playbook;

import org.jspecify.annotations.NullMarked;
