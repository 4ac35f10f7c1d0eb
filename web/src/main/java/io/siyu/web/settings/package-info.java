/**
 * What an operator may set, as typed records with defaults, checked at start.
 * Values come from the command line, {@code SIYU_…} environment variables and application.yaml; everything else
 * in the application takes these records and reads no property key.
 */
@NullMarked
package io.siyu.web.settings;

import org.jspecify.annotations.NullMarked;
