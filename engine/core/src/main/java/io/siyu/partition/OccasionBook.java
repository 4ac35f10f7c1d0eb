package io.siyu.partition;

import io.siyu.partition.Occasion.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The book of occasions as far as this node knows it; what cannot be written while the book is away is written later. */
final class OccasionBook {
    /** Real time after which it is written again that the agenda was kept although nothing happened. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Occasions occasions;
    private final Deque<Occasion> unwritten = new ArrayDeque<>();
    private final Set<String> begun = new HashSet<>();
    private @Nullable Instant kept;
    private @Nullable Instant keptWritten;
    private boolean read;

    OccasionBook(Occasions occasions) {
        this.occasions = occasions;
    }

    /** Whether what earlier runs noted is known here. */
    boolean isRead() {
        return read;
    }

    /** Ids of what has begun. */
    Set<String> begun() {
        read();
        return Collections.unmodifiableSet(begun);
    }

    /** House time up to which the agenda was kept, by this node or an earlier run. */
    Optional<Instant> kept() {
        read();
        return Optional.ofNullable(kept);
    }

    /** The agenda is kept up to now. */
    void kept(Instant now, HouseClock clock) {
        if (!read) {
            return;
        }
        kept = now;
        if (keptWritten == null || Duration.between(keptWritten, now).abs().compareTo(clock.spanOf(EVERY)) > 0) {
            try {
                occasions.kept(now);
                keptWritten = now;
            } catch (StoreDownException later) {
                return;
            }
        }
    }

    void note(Occasion occasion) {
        if (occasion.fate() == Fate.BEGUN) {
            begun.add(occasion.occurrence().id());
        }
        unwritten.add(occasion);
        write();
    }

    /** What the book says is to be read anew; what was not written yet is kept. */
    void forget() {
        read = false;
        begun.clear();
        kept = null;
        keptWritten = null;
    }

    /** Writes what could not be written while the book was away; deciding does not wait for it. */
    void write() {
        try {
            for (Occasion next = unwritten.peek(); next != null; next = unwritten.peek()) {
                occasions.note(next);
                unwritten.remove();
            }
        } catch (StoreDownException later) {
            return;
        }
    }

    private void read() {
        if (read) {
            return;
        }
        try {
            begun.addAll(occasions.begun());
            kept = occasions.kept().orElse(null);
            keptWritten = kept;
            read = true;
        } catch (StoreDownException away) {
            // why: beginning twice is harmless; beginning too late because the book is away is not.
            return;
        }
    }
}
