/**
 * The command line of the house.
 * Arguments come in, text and exit codes go out (0 fine, 1 findings, 2 wrong use); called by the launcher.
 */
@NullMarked
package io.siyu.web.cli;

import org.jspecify.annotations.NullMarked;
