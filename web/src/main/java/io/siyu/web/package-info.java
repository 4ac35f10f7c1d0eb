/**
 * The Spring Boot application: screens, REST edge and wiring around the engine.
 * Browsers and programs come in over HTTP; calls go out to the engine's ports. Started by the {@code serve} command.
 */
@NullMarked
package io.siyu.web;

import org.jspecify.annotations.NullMarked;
