package io.siyu.report.canary;

import java.util.Map;
import java.util.TreeMap;

/**
 * What partitions were told in a span of time, and what they made of it.
 *
 * @param events from outside
 * @param dead entries that could not be decided
 * @param failed messages that never arrived
 * @param broken messages stopped because they would have broken a promise
 * @param decisions by what they were about and what they came to
 */
public record Conduct(long events, long dead, long failed, long broken, Map<Kind, Long> decisions) {
    /** Nothing happened yet. */
    public static final Conduct NONE = new Conduct(0, 0, 0, 0, Map.of());

    public Conduct {
        decisions = Map.copyOf(decisions);
    }

    /**
     * Decisions that are alike.
     *
     * @param origin the campaign, or the rule when no campaign proposed it
     * @param step of the campaign; empty if none
     * @param verdict {@code send}, {@code hold} or {@code drop}
     * @param reason of a hold or drop; empty for a send
     * @param message whether it put a message into the outbox
     */
    public record Kind(String origin, String step, String verdict, String reason, boolean message) {}

    /** Both together. */
    public Conduct and(Conduct other) {
        Map<Kind, Long> all = new TreeMap<>(Comparison.BY_WORDS);
        all.putAll(decisions);
        other.decisions.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return new Conduct(events + other.events, dead + other.dead, failed + other.failed, broken + other.broken, all);
    }

    /** Messages that went out. */
    public long sent() {
        return decisions.entrySet().stream()
                .filter(one -> one.getKey().message())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
