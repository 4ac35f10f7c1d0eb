package io.siyu.samples.receiver;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often each message was tried and taken. */
public final class Tally {
    private final Map<String, Count> counts = new TreeMap<>();
    private int forged;

    /**
     * One message's count.
     *
     * @param attempts signed requests for it
     * @param accepted of them taken, whether or not the sender was told
     */
    public record Count(int attempts, int accepted) {}

    /** One more request for this message; its number, from 1. */
    synchronized int attempt(String id) {
        return counts.merge(id, new Count(1, 0), (old, one) -> new Count(old.attempts() + 1, old.accepted()))
                .attempts();
    }

    synchronized void accept(String id) {
        counts.merge(id, new Count(0, 1), (old, one) -> new Count(old.attempts(), old.accepted() + 1));
    }

    synchronized void forge() {
        forged++;
    }

    /** Requests whose signature did not hold. */
    public synchronized int forged() {
        return forged;
    }

    /** The counts by message. */
    public synchronized Map<String, Count> counts() {
        return new TreeMap<>(counts);
    }

    /** The count of a message that was tried. */
    public synchronized Optional<Count> of(String id) {
        return Optional.ofNullable(counts.get(id));
    }
}
