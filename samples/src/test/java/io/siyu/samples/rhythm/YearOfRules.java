package io.siyu.samples.rhythm;

import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.HouseEvent;
import io.siyu.event.Reading;
import io.siyu.event.Subject;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.LoadedEditions;
import io.siyu.replay.Replay;
import io.siyu.replay.ReplayPlan;
import io.siyu.replay.ReplayWatcher;
import io.siyu.report.rhythm.Reads;
import io.siyu.report.rhythm.RuleCounts;
import io.siyu.rule.Consulted;
import io.siyu.rule.Edition;
import io.siyu.trace.TraceLine;
import io.siyu.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trace that is replayed under one edition and, from a day on, under another or without a field; what rules did is counted
 * by day.
 */
final class YearOfRules {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path trace;
    private final ZoneId zone;

    YearOfRules(Path trace, ZoneId zone) {
        this.trace = trace;
        this.zone = zone;
    }

    /** The whole year under one edition; from a day on its events come without these fields. */
    RuleCounts counts(Edition edition, Set<String> lost, LocalDate from) throws IOException {
        return counts(edition, edition, new Fate(from.atStartOfDay(zone).toInstant(), lost));
    }

    RuleCounts counts(Edition first, Edition then, LocalDate from) throws IOException {
        return counts(first, then, new Fate(from.atStartOfDay(zone).toInstant(), Set.of()));
    }

    /** When something changes, and which fields are no longer sent. */
    private record Fate(Instant from, Set<String> lost) {
        byte[] sent(byte[] json, Instant at) {
            if (lost.isEmpty() || at.isBefore(from)) {
                return json;
            }
            ObjectNode event = (ObjectNode) JSON.readTree(json);
            ((ObjectNode) event.get("data")).remove(lost);
            return JSON.writeValueAsBytes(event);
        }
    }

    private RuleCounts counts(Edition first, Edition then, Fate fate) throws IOException {
        RuleCounts counts = new RuleCounts();
        List<String> faults = new ArrayList<>();
        ReplayPlan plan = new ReplayPlan(
                new LoadedEditions(List.of(first, then)), new LiquidTexts(), first.catalogue(), first.hash(), 64, 2);
        try (TraceReader lines = new TraceReader(trace, "year");
                Replay replay = new Replay(plan, watcher(counts, Reads.of(first.rules()), faults))) {
            play(lines, replay, then, fate);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        return counts;
    }

    private ReplayWatcher watcher(RuleCounts counts, Reads reads, List<String> faults) {
        return new ReplayWatcher() {
            @Override
            public void decided(Decision decision) {}

            @Override
            public void consulted(Entry entry, Consulted consulted) {
                counts.count(LocalDate.ofInstant(entry.at(), zone), consulted, entry.event(), reads);
            }

            @Override
            public void fault(String fault) {
                faults.add(fault);
            }
        };
    }

    private static void play(TraceReader lines, Replay replay, Edition then, Fate fate) throws IOException {
        Instant from = fate.from();
        EventReader events = EventReader.inside(then.catalogue());
        boolean changed = false;
        Instant last = from;
        for (Optional<TraceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            Event event = event(events, line.get().json(), line.get().number());
            event = event(
                    events,
                    fate.sent(line.get().json(), event.time()),
                    line.get().number());
            if (!changed && !event.time().isBefore(from)) {
                replay.event(from, activated(then, from));
                changed = true;
            }
            replay.event(event.time(), event);
            last = event.time();
        }
        replay.drain(last);
    }

    private static Event event(EventReader events, byte[] json, int line) {
        if (events.read(json) instanceof Reading.Read read) {
            return read.event();
        }
        throw new AssertionError("line " + line);
    }

    private static Event activated(Edition edition, Instant at) {
        return HouseEvent.of(edition.catalogue().require("edition.activated"), "changed")
                .with("edition", edition.hash())
                .with("revision", 2L)
                .about(Subject.parse("retailer"), at);
    }
}
