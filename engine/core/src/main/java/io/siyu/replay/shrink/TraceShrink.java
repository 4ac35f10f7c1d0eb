package io.siyu.replay.shrink;

import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.message.Compose;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.replay.Replay;
import io.siyu.replay.ReplayPlan;
import io.siyu.replay.TraceEvents.Traced;
import io.siyu.rule.Edition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out members and then events of a trace as long as something is still seen. Not for many threads. */
public final class TraceShrink implements AutoCloseable {
    private final Evidence evidence;
    private final int partitions;
    private final Compose compose = new LiquidTexts();
    private final IdentityHashMap<Edition, Advance> advances = new IdentityHashMap<>();
    private int replays;

    /** @param partitions of the house the trace is of */
    public TraceShrink(Evidence evidence, int partitions) {
        this.evidence = evidence;
        this.partitions = partitions;
    }

    /** The fewest of these events, in order of time, that still show it; none if all of them do not. */
    public List<Traced> fewest(List<Traced> all) {
        Optional<Subject> seen = seen(all);
        if (seen.isEmpty()) {
            return List.of();
        }
        // why: most often all that matters happened to the one it is seen of, which spares replays of everybody
        List<Traced> suspect = of(Set.of(seen.get()), all);
        List<Traced> left = shows(suspect) ? suspect : ofFewestMembers(all);
        return Reduction.of(left, this::shows);
    }

    /** How many replays it took so far. */
    public int replays() {
        return replays;
    }

    private List<Traced> ofFewestMembers(List<Traced> all) {
        Map<Subject, Boolean> subjects = new LinkedHashMap<>();
        all.forEach(one -> subjects.put(one.event().subject(), true));
        List<Subject> everybody = List.copyOf(subjects.keySet());
        List<Subject> some = Reduction.of(everybody, part -> shows(of(new HashSet<>(part), all)));
        return of(new HashSet<>(some), all);
    }

    private static List<Traced> of(Set<Subject> subjects, List<Traced> all) {
        return all.stream()
                .filter(one -> subjects.contains(one.event().subject()))
                .toList();
    }

    private boolean shows(List<Traced> events) {
        return !events.isEmpty() && seen(events).isPresent();
    }

    private Optional<Subject> seen(List<Traced> events) {
        return evidence.in(edition -> replay(events, edition));
    }

    private List<Decision> replay(List<Traced> events, Edition edition) {
        replays++;
        ReplayPlan plan = new ReplayPlan(hash -> edition, compose, edition.catalogue(), edition.hash(), partitions, 1);
        Advance advance = advances.computeIfAbsent(edition, first -> new Advance(plan.editions(), compose, partitions));
        List<Decision> decisions = new ArrayList<>();
        try (Replay replay = new Replay(plan, Replay.into(decisions), advance)) {
            for (Traced one : events) {
                Event event = one.event();
                replay.event(one.at(), event);
            }
            replay.drain(null);
        }
        return decisions;
    }

    @Override
    public void close() {
        advances.values().forEach(Advance::close);
        advances.clear();
    }
}
