/** Journeys and guards against an independent, simple and slow model of them. */
@NullMarked
package io.siyu.samples.journeys;

import org.jspecify.annotations.NullMarked;
