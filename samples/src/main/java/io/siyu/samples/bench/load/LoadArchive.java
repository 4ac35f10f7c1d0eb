package io.siyu.samples.bench.load;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.EventWriter;
import io.siyu.event.HouseEvent;
import io.siyu.event.Reading;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.message.DecisionJson;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.LoadedEditions;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Next;
import io.siyu.rule.Edition;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The fixed mix, decided and archived as a server archives it: every partition from its first entry, none left in a store. */
public final class LoadArchive {
    /** Partitions of a house, unless told otherwise. */
    public static final int PARTITIONS = 64;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SEGMENT = 5_000;
    private static final Duration YEAR = Duration.ofDays(365);

    private final Archive archive;
    private final Edition edition;
    private final EventWriter writer;
    private final List<Lane> lanes = new ArrayList<>();
    private final Advance advance;

    private LoadArchive(Archive archive, Edition edition) {
        this.archive = archive;
        this.edition = edition;
        this.writer = new EventWriter(edition.catalogue());
        this.advance = new Advance(new LoadedEditions(List.of(edition)), new LiquidTexts(), PARTITIONS);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            lanes.add(new Lane(partition));
        }
    }

    /** Archives all members' introductions and then so many events, spread over a year. */
    public static void write(Workload workload, Edition edition, long events, Archive archive) {
        LoadArchive house = new LoadArchive(archive, edition);
        house.write(workload, events, YEAR, PARTITIONS);
    }

    /** The same over another time, and of the first partitions alone: what others hold is left out. */
    public static void write(Workload workload, Edition edition, Sample sample, Archive archive) {
        LoadArchive house = new LoadArchive(archive, edition);
        house.write(workload, sample.events(), sample.time(), sample.partitions());
    }

    /** How many events over what time, and how many partitions of the house are written. */
    public record Sample(long events, Duration time, int partitions) {}

    private void write(Workload workload, long events, Duration time, int partitions) {
        Instant begin = workload.start();
        for (Lane lane : lanes) {
            lane.activate(begin.minus(Duration.ofDays(1)));
        }
        for (int member = 0; member < workload.members(); member++) {
            for (Event told : workload.introduction(edition.catalogue(), member)) {
                tell(told, partitions);
            }
        }
        Duration gap = time.dividedBy(events);
        for (long number = 0; number < events; number++) {
            tell(workload.event(edition.catalogue(), number, begin.plus(gap.multipliedBy(number))), partitions);
        }
        lanes.forEach(Lane::put);
        advance.close();
    }

    /** A store that holds nothing any more. */
    public static Rebuild.Past past(Archive archive) {
        return new Rebuild.Past(archive, new RecentPast() {
            @Override
            public List<Reach> reaches() {
                return IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new Reach(partition, archive.end(partition), archive.end(partition)))
                        .toList();
            }

            @Override
            public List<PastEntry> entries(int partition, long after, int limit) {
                return List.of();
            }

            @Override
            public void archived(int partition, long position) {
                // why: nothing is left that could be forgotten.
            }
        });
    }

    /** Reads entries back. */
    public static Rebuild.Reader reader(Edition edition) {
        EventReader reader = EventReader.inside(edition.catalogue());
        return (partition, past) -> {
            if (reader.read(past.event()) instanceof Reading.Read read) {
                return new Entry(past.position(), past.at(), past.kind(), read.event());
            }
            throw new IllegalStateException("The entry (" + past.position() + ") cannot be read.");
        };
    }

    private void tell(Event event, int partitions) {
        int partition = event.subject().partitionOf(PARTITIONS);
        if (partition < partitions) {
            lanes.get(partition).tell(event);
        }
    }

    /** One partition. */
    private final class Lane {
        private final int partition;
        private final MemoryHoldings holdings;
        private final List<PastEntry> segment = new ArrayList<>();
        private long position;
        private long archived;

        Lane(int partition) {
            this.partition = partition;
            this.holdings = new MemoryHoldings(PartitionState.fresh(partition));
        }

        void activate(Instant at) {
            Event activated = HouseEvent.of(edition.catalogue().require("edition.activated"), "activated-" + partition)
                    .with("edition", edition.hash())
                    .with("revision", 1L)
                    .about(Subject.partition(partition), at);
            settle(EntryKind.CONTROL, activated, at);
        }

        /** Decides an event, and before it what is due on a grid of seconds. */
        void tell(Event event) {
            Instant due = holdings.nextDue().orElse(Instant.MAX);
            while (due.isBefore(event.time())) {
                Event tick = HouseEvent.of(edition.catalogue().require("tick"), "tick-" + partition + "-" + position)
                        .about(Subject.partition(partition), due);
                settle(EntryKind.TICK, tick, due);
                due = holdings.nextDue().orElse(Instant.MAX);
            }
            settle(EntryKind.EVENT, event, event.time());
        }

        private void settle(EntryKind kind, Event event, Instant at) {
            Deque<Next> waiting = new ArrayDeque<>(List.of(new Next(kind, event)));
            while (!waiting.isEmpty()) {
                Next next = waiting.remove();
                Commit commit = advance.decide(new Entry(++position, at, next.kind(), next.event()), holdings);
                holdings.apply(commit);
                waiting.addAll(commit.next());
                keep(commit, at);
            }
        }

        private void keep(Commit commit, Instant at) {
            List<String> decisions = commit.decisions().stream().map(Lane::line).toList();
            Entry entry = commit.entry();
            segment.add(new PastEntry(
                    entry.position(), at, entry.kind(), writer.line(entry.event()), commit.dead(), decisions));
            if (segment.size() == SEGMENT) {
                put();
            }
        }

        private static String line(Decision decision) {
            StringWriter line = new StringWriter(512);
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
                DecisionJson.write(json, decision, 0);
            }
            return line.toString();
        }

        void put() {
            if (!segment.isEmpty()) {
                archive.put(partition, archived, List.copyOf(segment));
                archived = position;
                segment.clear();
            }
        }
    }
}
