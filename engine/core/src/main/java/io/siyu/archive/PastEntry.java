package io.siyu.archive;

import io.siyu.event.EntryKind;
import java.time.Instant;
import java.util.List;

/**
 * One decided entry as it was stored, with what was decided.
 *
 * @param event its event as JSON
 * @param dead why it could not be decided; empty for all others
 * @param decisions decision lines as JSON, in the order made
 */
public record PastEntry(long position, Instant at, EntryKind kind, String event, String dead, List<String> decisions) {
    public PastEntry {
        decisions = List.copyOf(decisions);
    }

    /** About how many bytes it takes as lines. */
    public long size() {
        long size = event.length();
        size += dead.length();
        for (String decision : decisions) {
            size += decision.length();
        }
        return size;
    }
}
