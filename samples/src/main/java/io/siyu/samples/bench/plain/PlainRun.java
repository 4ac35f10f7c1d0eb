package io.siyu.samples.bench.plain;

import io.siyu.event.Event;
import io.siyu.samples.bench.plain.PlainDrools.Known;
import io.siyu.samples.bench.plain.PlainDrools.Told;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Events of the fixed mix as plain Drools is told them, each with its member. */
public final class PlainRun {
    private final PlainDrools drools;
    private final List<Told> told;
    private final List<Known> known;

    /** These events, evaluated with the first so many rules. */
    public PlainRun(int rules, List<Event> events) {
        this.drools = new PlainDrools(rules);
        this.told = events.stream().map(PlainRun::told).toList();
        this.known = events.stream().map(PlainRun::known).toList();
    }

    /** Evaluates all events, one after the other; the share that fired a rule. */
    public double run() {
        long before = drools.fired();
        for (int i = 0; i < told.size(); i++) {
            drools.evaluate(told.get(i), known.get(i));
        }
        return (drools.fired() - before) / (double) told.size();
    }

    /** How many events it evaluates each time. */
    public int size() {
        return told.size();
    }

    private static Told told(Event event) {
        return new Told(
                event.type().name(),
                event.subject().id(),
                event.data().number("total", 0),
                Objects.requireNonNull(event.data().text("store")),
                Objects.requireNonNull(event.data().text("source")));
    }

    private static Known known(Event event) {
        // why: no rule of the mix tells members apart; every one has a level and meets no condition that is to fail
        return new Known(event.subject().id(), 2, 10, 100_000, 0, "city-7", Set.of("tag-1", "since-2"));
    }
}
