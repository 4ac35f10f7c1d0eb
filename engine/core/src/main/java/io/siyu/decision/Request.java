package io.siyu.decision;

import io.siyu.event.Subject;

/**
 * What deciding asks about messages it decided earlier. How far they are only the outbox knows; what becomes of the
 * request is told by receipts.
 */
public sealed interface Request permits Cancel, Requeue {

    /** Whom the messages are addressed to. */
    Subject subject();
}
