package io.siyu.replay;

import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast.Reach;
import io.siyu.archive.Snapshots;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.Values;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.Editions;
import io.siyu.partition.MemoryHoldings;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plays what came in from outside in a span of the past twice, under one edition and under another, each beginning with what
 * the house held then. Nothing is sent and nothing stored. Of a large house some partitions stand for all: members are spread
 * over them by hash, so they are a fair sample.
 */
public final class DryRun {
    /** Subjects in memory after which no more partitions are added. */
    private static final long MOST_SUBJECTS = 100_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final House house;

    /** The house whose past is played; {@code snapshots} may hold none. */
    public record House(
            Rebuild.Past past, Snapshots snapshots, Editions editions, Rebuild.Reader reader, int partitions) {}

    /**
     * What to play.
     *
     * @param enough partitions are added until so many events are played, or very many subjects are in memory
     */
    public record Asked(Edition before, Edition after, Instant from, Instant to, long enough) {}

    /**
     * What came of it.
     *
     * @param played partitions that were played, of {@code partitions}
     * @param events from outside
     * @param broken promises of the second edition that it would have broken, and the first would not
     * @param faults rules or entries that the second edition could not evaluate
     */
    public record Outlook(
            int played,
            int partitions,
            long events,
            DecisionDiff diff,
            List<BrokenPromise> broken,
            List<String> faults) {
        public Outlook {
            broken = List.copyOf(broken);
            faults = List.copyOf(faults);
        }
    }

    /** Of this house. */
    public DryRun(House house) {
        this.house = house;
    }

    /**
     * One partition at the beginning of the span, and what it was told in it.
     *
     * @param position of the last entry before it
     * @param to the end of what was read
     */
    private record Part(MemoryHoldings holdings, long position, List<Entry> events, Instant to) {}

    /**
     * Plays it.
     *
     * @throws io.siyu.partition.StoreDownException when the past cannot be read
     */
    public Outlook run(Asked asked) {
        Map<Integer, Part> parts = parts(asked);
        Instant to = parts.values().stream()
                .map(Part::to)
                .min(Comparator.naturalOrder())
                .orElse(asked.to());
        List<Entry> events = parts.values().stream()
                .flatMap(part -> part.events().stream())
                .filter(entry -> !entry.at().isAfter(to))
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        DecisionDiff diff = new DecisionDiff();
        Asked played = new Asked(asked.before(), asked.after(), asked.from(), to, asked.enough());
        Listening first = new Listening(parts, diff::before);
        play(played, asked.before(), events, first);
        Listening second = new Listening(parts, diff::after);
        play(played, asked.after(), events, second);
        return new Outlook(
                parts.size(),
                house.partitions(),
                events.size(),
                diff,
                broken(asked, first, second),
                List.copyOf(new TreeSet<>(second.faults)));
    }

    private static List<BrokenPromise> broken(Asked asked, Listening first, Listening second) {
        Set<BrokenPromise> before = first.broken(asked.before());
        return second.broken(asked.after()).stream()
                .filter(one -> !before.contains(one))
                .toList();
    }

    private Map<Integer, Part> parts(Asked asked) {
        Map<Integer, Part> parts = new TreeMap<>();
        Map<Integer, Long> decided = new TreeMap<>();
        house.past().recent().reaches().forEach((Reach reach) -> decided.put(reach.partition(), reach.decided()));
        long events = 0;
        long subjects = 0;
        try (Advance advance = new Advance(house.editions(), (decision, state, edition) -> "", house.partitions())) {
            Rebuild rebuild = new Rebuild(house.past(), house.snapshots(), advance, house.reader());
            for (int partition = 0; partition < house.partitions() && events < asked.enough(); partition++) {
                if (subjects > MOST_SUBJECTS) {
                    break;
                }
                Part part = part(rebuild, asked, partition, decided.getOrDefault(partition, 0L));
                parts.put(partition, part);
                events += part.events().size();
                subjects += part.holdings().size();
            }
        }
        return parts;
    }

    private Part part(Rebuild rebuild, Asked asked, int partition, long decided) {
        long before = house.past().lastBefore(partition, asked.from(), decided);
        MemoryHoldings holdings = before == 0
                ? new MemoryHoldings(PartitionState.fresh(partition))
                : rebuild.at(partition, before).holdings();
        List<Entry> events = events(asked, partition, before, decided);
        boolean cut = events.size() >= asked.enough();
        return new Part(
                holdings, before, events, cut ? events.get(events.size() - 1).at() : asked.to());
    }

    /** What came in from outside, as far as that is enough. */
    private List<Entry> events(Asked asked, int partition, long before, long decided) {
        List<Entry> events = new ArrayList<>();
        long reached = before;
        while (reached < decided && events.size() < asked.enough()) {
            List<PastEntry> page = house.past().behind(partition, reached);
            for (PastEntry past : page) {
                boolean wanted = past.position() > reached && !past.at().isAfter(asked.to());
                if (wanted && past.kind() == EntryKind.EVENT && events.size() < asked.enough()) {
                    events.add(house.reader().entry(partition, past));
                }
            }
            reached = page.isEmpty() ? decided : page.get(page.size() - 1).position();
        }
        return events;
    }

    private void play(Asked asked, Edition edition, List<Entry> events, Listening listening) {
        Map<Integer, Part> parts = listening.parts;
        Map<Integer, Replay.Begin> begin = new TreeMap<>();
        parts.forEach((partition, part) ->
                begin.put(partition, new Replay.Begin(part.holdings().copy(), part.position())));
        Editions editions =
                hash -> hash.equals(edition.hash()) ? edition : house.editions().edition(hash);
        ReplayPlan plan =
                new ReplayPlan(editions, (decision, state, e) -> "", edition.catalogue(), null, house.partitions(), 1);
        try (Replay replay = new Replay(plan, listening, begin)) {
            replay.event(asked.from(), activated(edition, revision(parts), asked.from()));
            for (Entry entry : events) {
                seenBy(edition, entry.event()).ifPresent(event -> replay.event(entry.at(), event));
            }
            replay.drain(asked.to().plus(MINUTE));
        }
    }

    /** The event with the fields this edition's catalogue gives its type; none if it does not know the type. */
    private static Optional<Event> seenBy(Edition edition, Event event) {
        return edition.catalogue().type(event.type().name()).map(type -> {
            @Nullable Object[] values = new Object[type.fields().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = event.data().get(type.fields().get(i).name());
            }
            Values data = new Values(type.fields(), values);
            return new Event(event.id(), event.source(), type, event.subject(), event.time(), data, event.backfill());
        });
    }

    private static long revision(Map<Integer, Part> parts) {
        return parts.values().stream()
                        .mapToLong(part -> part.holdings().partition().revision())
                        .max()
                        .orElse(0)
                + 1;
    }

    private static Event activated(Edition edition, long revision, Instant at) {
        return HouseEvent.of(edition.catalogue().require("edition.activated"), "dry-run")
                .with("edition", edition.hash())
                .with("revision", revision)
                .about(Subject.RETAILER, at);
    }

    /** Takes down what is decided for subjects of the partitions played. */
    private final class Listening implements ReplayWatcher {
        private final Map<Integer, Part> parts;
        private final Side side;
        private final List<String> faults = new ArrayList<>();
        private final List<Decision> stopped = new ArrayList<>();

        Listening(Map<Integer, Part> parts, Side side) {
            this.parts = parts;
            this.side = side;
        }

        Set<BrokenPromise> broken(Edition edition) {
            Set<BrokenPromise> broken = new TreeSet<>();
            for (Decision decision : stopped) {
                BrokenPromise.of(decision, edition.settings().zone()).ifPresent(broken::add);
            }
            return broken;
        }

        @Override
        public void decided(Decision decision) {
            if (parts.containsKey(decision.subject().partitionOf(house.partitions()))) {
                if (BrokenPromise.isOne(decision)) {
                    stopped.add(decision);
                }
                side.tell(decision.intent().proposal(), decision.subject().written(), Fate.of(decision));
            }
        }

        @Override
        public void fault(String fault) {
            faults.add(fault);
        }
    }

    /** One run's side of the comparison. */
    @FunctionalInterface
    private interface Side {
        void tell(String proposal, String subject, Fate fate);
    }
}
