/**
 * Where events come in over HTTP.
 *
 * <p>In: CloudEvents as one, as a batch or as a stream of lines. Out: arrivals handed to the house's intake, and an
 * answer for every one of them. Called by programs with an API token.
 */
@NullMarked
package io.siyu.web.ingest;

import org.jspecify.annotations.NullMarked;
