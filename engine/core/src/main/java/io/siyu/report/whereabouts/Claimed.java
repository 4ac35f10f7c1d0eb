package io.siyu.report.whereabouts;

import java.util.Set;

/** Asks the outbox what is claimed. Safe for many threads; throws when the store is away. */
@FunctionalInterface
public interface Claimed {
    /** The ids of all messages that are claimed right now; few, since somebody holds each. */
    Set<String> messages();
}
