package io.siyu.partition;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The book of what became of planned moments, kept over restarts. Calls that fail throw {@link StoreDownException}. */
public interface Occasions {

    /** Ids of the occurrences noted as begun. */
    Set<String> begun();

    /** Notes it; one of the same occurrence and planned instant noted before stays as it is. */
    void note(Occasion occasion);

    /** House time up to which the agenda was kept; empty in a house that never kept one. */
    Optional<Instant> kept();

    /** The agenda is kept up to this house time. */
    void kept(Instant at);
}
