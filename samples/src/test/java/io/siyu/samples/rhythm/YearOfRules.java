package io.siyu.samples.rhythm;

import io.siyu.decision.Decision;
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

/** A trace that is replayed under one edition and, from a day on, under another; what rules did is counted by day. */
final class YearOfRules {
    private final Path trace;
    private final ZoneId zone;

    YearOfRules(Path trace, ZoneId zone) {
        this.trace = trace;
        this.zone = zone;
    }

    RuleCounts counts(Edition first, Edition then, LocalDate from) throws IOException {
        RuleCounts counts = new RuleCounts();
        List<String> faults = new ArrayList<>();
        ReplayPlan plan = new ReplayPlan(
                new LoadedEditions(List.of(first, then)), new LiquidTexts(), first.catalogue(), first.hash(), 64, 2);
        try (TraceReader lines = new TraceReader(trace, "year");
                Replay replay = new Replay(plan, watcher(counts, faults))) {
            play(lines, replay, then, from.atStartOfDay(zone).toInstant());
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        return counts;
    }

    private ReplayWatcher watcher(RuleCounts counts, List<String> faults) {
        return new ReplayWatcher() {
            @Override
            public void decided(Decision decision) {}

            @Override
            public void consulted(Instant at, Consulted consulted) {
                counts.count(LocalDate.ofInstant(at, zone), consulted);
            }

            @Override
            public void fault(String fault) {
                faults.add(fault);
            }
        };
    }

    private static void play(TraceReader lines, Replay replay, Edition then, Instant from) throws IOException {
        EventReader events = EventReader.inside(then.catalogue());
        boolean changed = false;
        Instant last = from;
        for (Optional<TraceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!(events.read(line.get().json()) instanceof Reading.Read read)) {
                throw new AssertionError("line " + line.get().number());
            }
            Event event = read.event();
            if (!changed && !event.time().isBefore(from)) {
                replay.event(from, activated(then, from));
                changed = true;
            }
            replay.event(event.time(), event);
            last = event.time();
        }
        replay.drain(last);
    }

    private static Event activated(Edition edition, Instant at) {
        return HouseEvent.of(edition.catalogue().require("edition.activated"), "changed")
                .with("edition", edition.hash())
                .with("revision", 2L)
                .about(Subject.parse("retailer"), at);
    }
}
