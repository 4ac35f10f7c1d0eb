package io.siyu.decision;

import io.siyu.event.Subject;

/**
 * Asks that a dead letter be sent after all.
 *
 * @param refusal why it stays a dead letter; empty if it may go
 */
public record Requeue(Subject subject, String message, String refusal) implements Request {}
