package io.siyu.report.rhythm;

import java.time.Instant;

/**
 * An event on which a rule fired or failed; why can be asked about it.
 *
 * @param subject as it is written, such as {@code m1} for a member
 * @param event the event's id
 */
public record Sighting(String subject, String event, Instant at) {}
