/**
 * What the operator reads at start: the address and the one-time links, or in plain words why the start failed.
 * Called by the {@code serve} command and by Spring Boot's failure reporting.
 */
@NullMarked
package io.siyu.web.start;

import org.jspecify.annotations.NullMarked;
