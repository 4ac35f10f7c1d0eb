package io.siyu.archive;

import io.siyu.event.Entry;
import io.siyu.event.Subject;
import java.util.List;

/** Tells why a subject was, or was not, sent something. Safe for many threads. */
public interface Why {

    /**
     * Why an event brought the subject what it did: first the event itself, then later entries that decided for it, such as
     * the end of a hold. Empty if the subject never had such an event.
     *
     * @param event the event's id, or what decisions name as their event
     * @throws io.siyu.partition.StoreDownException when the archive or the store cannot be read
     */
    List<Because> of(Subject subject, String event);

    /**
     * What the subject was told from outside up to and with this event, in log order; empty if it never had the event.
     *
     * @param event the event's id
     */
    List<Entry> past(Subject subject, String event);
}
