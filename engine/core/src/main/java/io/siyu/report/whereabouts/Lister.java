package io.siyu.report.whereabouts;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast;
import io.siyu.archive.RecentPast.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings where proposals went from the past of a house into lists, each entry once. Whatever ends a round in between, the next
 * begins where the lists end; where they are lost, with the first entry. For one thread, but for {@link #behind()}.
 */
public final class Lister {
    private static final int ENTRIES = 64;
    private static final int MOVES = 5_000;

    private final RecentPast recent;
    private final @Nullable Archive archive;
    private final Whereabouts kept;
    private final Duration keep;
    private @Nullable Map<Integer, Long> reached;
    private Instant newest = Instant.EPOCH;
    private LocalDate forgotten = LocalDate.EPOCH;

    /**
     * Brings the past of this house there.
     *
     * @param archive what the store has forgotten; null if it forgets nothing
     * @param keep how long proposals that come to rest stay listed, in log time
     */
    public Lister(RecentPast recent, @Nullable Archive archive, Whereabouts kept, Duration keep) {
        this.recent = recent;
        this.archive = archive;
        this.kept = kept;
        this.keep = keep;
    }

    /** Lists some entries of each partition; false if there is no more, for all this node knows. */
    public boolean round() {
        boolean settled = false;
        try {
            boolean more = bring();
            settled = true;
            return more;
        } finally {
            if (!settled) {
                reached = null;
            }
        }
    }

    private boolean bring() {
        List<Reach> reaches = recent.reaches();
        Map<Integer, Long> known = begun(reaches);
        List<Stretch> stretches = new ArrayList<>();
        int moves = 0;
        boolean more = false;
        for (Reach reach : reaches) {
            long after = known.getOrDefault(reach.partition(), 0L);
            if (reach.decided() > after && moves < MOVES) {
                Stretch stretch = stretch(reach, after);
                stretches.add(stretch);
                moves += stretch.moves().size();
                after = stretch.through();
            }
            // why: what comes in meanwhile waits for the next round, in which a decision and its receipt are one move
            more |= reach.decided() > after;
        }
        if (stretches.isEmpty() || kept.take(stretches)) {
            stretches.forEach(stretch -> known.put(stretch.partition(), stretch.through()));
            forget();
            return more;
        }
        // why: another node was first; the lists know how far it came
        reached = null;
        return true;
    }

    private Map<Integer, Long> begun(List<Reach> reaches) {
        Map<Integer, Long> known = reached == null ? new TreeMap<>(kept.reached()) : reached;
        for (Reach reach : reaches) {
            // why: a store that lost what it held goes on from an earlier entry, and the lists with it.
            if (known.getOrDefault(reach.partition(), Long.MAX_VALUE) > reach.decided()) {
                kept.begin(reach.partition());
                known.put(reach.partition(), 0L);
            }
        }
        reached = known;
        return known;
    }

    private Stretch stretch(Reach reach, long after) {
        int partition = reach.partition();
        List<PastEntry> fresh = behind(partition, after).stream()
                .filter(entry -> entry.position() > after)
                .toList();
        if (fresh.isEmpty()) {
            // why: nothing holds these entries any more, as in a house whose archive was lost
            return new Stretch(partition, after, reach.decided(), List.of());
        }
        PastEntry last = fresh.get(fresh.size() - 1);
        newest = last.at().isAfter(newest) ? last.at() : newest;
        return new Stretch(partition, after, last.position(), Moves.of(fresh));
    }

    private List<PastEntry> behind(int partition, long after) {
        return archive == null
                ? recent.entries(partition, after, ENTRIES)
                : new Rebuild.Past(archive, recent).behind(partition, after, ENTRIES);
    }

    private void forget() {
        LocalDate day = LocalDate.ofInstant(newest, ZoneOffset.UTC);
        if (day.isAfter(forgotten)) {
            kept.forget(newest.minus(keep));
            forgotten = day;
        }
    }

    /** How many decided entries are not listed yet. */
    public long behind() {
        Map<Integer, Long> known = kept.reached();
        return recent.reaches().stream()
                .mapToLong(reach -> Math.max(0, reach.decided() - known.getOrDefault(reach.partition(), 0L)))
                .sum();
    }
}
