package io.siyu.replay;

import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast.Reach;
import io.siyu.archive.Snapshots.Taken;
import io.siyu.decision.Ruling;
import io.siyu.decision.Witness;
import io.siyu.member.Intent;
import io.siyu.partition.Advance;
import io.siyu.rule.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules were asked about in a span of the past, as it was then, in some partitions of the house: members are spread over
 * them by hash, so they are a fair sample. Immutable; large.
 */
public final class PastFacts {
    /** Of a large house so many partitions are read, from the first. */
    public static final int FEWEST = 2;

    private static final Bounds BOUNDS = new Bounds(20_000, 1_000_000, 200_000);
    /** why: a house without a snapshot from before the span decides its whole past again, unless that is longer than this. */
    private static final long LONGEST = 2_000_000;

    private static final Comparator<Fact> BY_SUBJECT =
            Comparator.comparing((Fact fact) -> fact.state().subject()).thenComparing(Fact::at);

    private final Map<String, List<Fact>> byType;
    private final Span span;

    /**
     * How much is read and kept.
     *
     * @param enough of a small house partitions are added until there are so many facts
     * @param most facts that are kept; where there are more, the span begins later
     * @param far no partition is added once those added, without a snapshot from before the span, have more entries than this
     */
    record Bounds(long enough, long most, long far) {}

    /**
     * What the facts are of.
     *
     * @param played partitions that were read, of {@code partitions}
     * @param from not before; later than asked for where nothing tells how it was then
     * @param to the last of them, or when they were read if there are none
     */
    public record Span(int played, int partitions, Instant from, Instant to) {
        /** The share of all members. */
        double share() {
            return (double) played / partitions;
        }
    }

    private PastFacts(Map<String, List<Fact>> byType, Span span) {
        this.byType = byType;
        this.span = span;
    }

    /** Facts of an event type, those of a subject together and in order. */
    List<Fact> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** What they are of. */
    public Span span() {
        return span;
    }

    /** How many. */
    public long size() {
        return byType.values().stream().mapToLong(List::size).sum();
    }

    /**
     * Decides the span again.
     *
     * @throws io.siyu.partition.StoreDownException when the past cannot be read
     */
    public static PastFacts read(DryRun.House house, Instant from, Instant to) {
        return read(house, from, to, BOUNDS);
    }

    static PastFacts read(DryRun.House house, Instant from, Instant to, Bounds bounds) {
        Listening listening = new Listening(from, bounds.most());
        Map<Integer, Long> decided = new HashMap<>();
        house.past().recent().reaches().forEach((Reach reach) -> decided.put(reach.partition(), reach.decided()));
        int partitions = partitions(house, from, decided, bounds.far());
        int played = 0;
        try (Advance advance =
                new Advance(house.editions(), (decision, state, edition) -> "", house.partitions(), listening)) {
            Rebuild rebuild = new Rebuild(house.past(), house.snapshots(), advance, house.reader());
            while (played < partitions && (played < FEWEST || listening.heard < bounds.enough())) {
                long last = decided.getOrDefault(played, 0L);
                Optional<Taken> begin = begin(house, played, from, last);
                begin.map(Taken::at).ifPresent(listening::notBefore);
                rebuild.at(played, last, begin.orElse(null));
                played++;
            }
        }
        return listening.facts(new Span(played, house.partitions(), listening.from, to));
    }

    /** As many as may be read: those beyond the first few must not have their whole past decided again if it is long. */
    private static int partitions(DryRun.House house, Instant from, Map<Integer, Long> decided, long far) {
        int partitions = Math.min(FEWEST, house.partitions());
        long way = 0;
        while (partitions < house.partitions()) {
            boolean near = house.snapshots().of(partitions).stream()
                    .anyMatch(taken -> !taken.at().isAfter(from));
            way += near ? 0 : decided.getOrDefault(partitions, 0L);
            if (way > far) {
                return partitions;
            }
            partitions++;
        }
        return partitions;
    }

    /** The snapshot to begin with: the newest before the span, else the oldest if the way from the first entry is too long. */
    private static Optional<Taken> begin(DryRun.House house, int partition, Instant from, long last) {
        List<Taken> newestFirst = house.snapshots().of(partition);
        Optional<Taken> before =
                newestFirst.stream().filter(taken -> !taken.at().isAfter(from)).findFirst();
        if (before.isPresent() || newestFirst.isEmpty() || last <= LONGEST) {
            return before;
        }
        return Optional.of(newestFirst.get(newestFirst.size() - 1));
    }

    /** Takes down what rules are asked about. */
    private static final class Listening implements Witness {
        private final Map<String, List<Fact>> byType = new HashMap<>();
        private final long most;
        private Instant from;
        private long heard;

        Listening(Instant from, long most) {
            this.from = from;
            this.most = most;
        }

        void notBefore(Instant at) {
            from = at.isAfter(from) ? at : from;
        }

        @Override
        public void asked(Fact fact) {
            // why: inside a campaign a rule is asked about its own steps; nobody backtests those
            if (!fact.at().isBefore(from) && fact.about().isEmpty()) {
                heard++;
                byType.computeIfAbsent(fact.event().type().name(), type -> new ArrayList<>())
                        .add(fact);
                if (heard > most) {
                    halve();
                }
            }
        }

        /** Forgets the older half, so that what is kept is all there was since a later moment. */
        private void halve() {
            List<Instant> moments = byType.values().stream()
                    .flatMap(List::stream)
                    .map(Fact::at)
                    .sorted()
                    .toList();
            from = moments.get(moments.size() / 2).plusMillis(1);
            byType.values().forEach(facts -> facts.removeIf(fact -> fact.at().isBefore(from)));
            heard = byType.values().stream().mapToLong(List::size).sum();
        }

        @Override
        public void judged(Intent intent, List<Heard> guards, Ruling ruling) {
            // why: a backtest is about rules alone.
        }

        PastFacts facts(Span span) {
            byType.values().forEach(facts -> {
                facts.removeIf(fact -> fact.at().isBefore(from));
                facts.sort(BY_SUBJECT);
            });
            return new PastFacts(byType, span);
        }
    }
}
