package io.siyu.report.whereabouts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where every proposal of a campaign is, as far as it was told. Safe for many threads; calls that fail throw {@link
 * io.siyu.partition.StoreDownException}.
 */
public interface Whereabouts {

    /** How many proposals of one act are in one place for one reason. */
    record Group(Act act, Place place, String reason, long amount) {}

    /** Up to which position each partition is told; one that was never begun is missing. */
    Map<Integer, Long> reached();

    /** Forgets all that was told of this partition and begins it anew. */
    void begin(int partition);

    /** Keeps where these moves lead, all or nothing; false if a stretch does not follow what was told before it. */
    boolean take(List<Stretch> stretches);

    /** The groups of a campaign by act, place and reason, none of them empty. */
    List<Group> groups(String campaign);

    /** At most {@code limit} proposals of a group, the newest first, those behind {@code after} unless it is null. */
    List<Found> page(Group group, @Nullable Mark after, int limit);

    /** Those of these ids that are known, in no order. */
    List<Found> named(Collection<String> ids);

    /** Forgets proposals that were at rest since before this moment: all but held and pending ones. */
    void forget(Instant before);
}
