package io.siyu.partition;

import io.siyu.partition.Occasion.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The book of occasions in memory; can be told to be away. */
public final class NotedOccasions implements Occasions {
    private final List<Occasion> noted = new ArrayList<>();
    private @Nullable Instant kept;
    private boolean down;

    public synchronized void down(boolean now) {
        down = now;
    }

    /** What was noted, as {@code step fate}, in order. */
    public synchronized List<String> told() {
        return noted.stream().map(o -> o.occurrence().step() + " " + o.fate()).toList();
    }

    @Override
    public synchronized Set<String> begun() {
        requireHere();
        Set<String> ids = new TreeSet<>();
        noted.stream()
                .filter(o -> o.fate() == Fate.BEGUN)
                .forEach(o -> ids.add(o.occurrence().id()));
        return ids;
    }

    @Override
    public synchronized void note(Occasion occasion) {
        requireHere();
        if (noted.stream().noneMatch(o -> o.occurrence().equals(occasion.occurrence()))) {
            noted.add(occasion);
        }
    }

    /** Why what was missed was missed, in order. */
    public synchronized List<Occasion.Reason> reasons() {
        return noted.stream().map(Occasion::reason).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized Optional<Instant> kept() {
        requireHere();
        return Optional.ofNullable(kept);
    }

    @Override
    public synchronized void kept(Instant at) {
        requireHere();
        kept = at;
    }

    private void requireHere() {
        if (down) {
            throw new StoreDownException("The book is away.", new IllegalStateException());
        }
    }
}
