package io.siyu.samples.bench;

import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadHouse;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.plain.PlainRun;
import io.siyu.web.cli.Playbooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench decide}: the whole decide, in memory, on one thread. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = "The whole decide: facts, rules, guards, state, texts; beside plain Drools with the same rules.")
public final class DecideBench extends Bench {
    /** Plain Drools is given so many pairs of event and rule, enough to tell. */
    private static final int PLAIN = 3_000_000;

    /** So many pairs of runs with explain present and absent. */
    private static final int PAIRS = 10;

    private static final Instant START = Instant.parse("2026-11-11T20:00:00Z");

    @Option(
            names = "--rules",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,10000",
            description = "How many rules (default ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--explain",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "With how many of these rules explaining is compared, in pairs of runs (default ${DEFAULT-VALUE}).")
    private int explained;

    @Override
    protected void measure(Report report) {
        for (int rules : sizes) {
            measure(report, rules);
        }
    }

    private void measure(Report report, int rules) {
        Workload workload = new Workload(members(10_000), rules, START);
        Edition edition = Playbooks.reader().read(workload.playbook()).edition();
        List<Event> events = events(workload, edition, events(200_000));
        report.workload(workload.told(events.size()));
        EventWriter writer = new EventWriter(edition.catalogue());
        report.bytesPerEvent(events.stream()
                .limit(1000)
                .mapToInt(event -> writer.write(event).length)
                .average()
                .orElse(0));
        PlainRun plain = new PlainRun(rules, events.subList(0, Math.max(50, Math.min(events.size(), PLAIN / rules))));
        run(report, workload, edition, events);
        plain.run();
        for (int run = 0; run < runs(); run++) {
            Taken taken = run(report, workload, edition, events);
            double beside = beside(report, plain);
            report.sample(ratio(rules), taken.perCpuSecond(events.size()) / beside);
            report.sample(Goal.shown("plain." + rules, "events/CPU-s", Kind.RATE), beside, taken);
            report.sample(goal(rules), taken.perCpuSecond(events.size()), taken);
            report.sample(Goal.shown("cpu." + rules, "µs CPU/event", Kind.TIME), taken.cpuMicros(events.size()), taken);
        }
        if (rules == explained) {
            new ExplainCost(report, workload, edition, events).measure(runs(PAIRS));
        }
    }

    private static Taken run(Report report, Workload workload, Edition edition, List<Event> events) {
        try (LoadHouse house = new LoadHouse(workload, edition)) {
            Taken taken = report.time(() -> events.forEach(event -> house.decide(event, event.time())));
            double all = events.size();
            report.mix(house.proposed() / all, house.rendered() / all, house.held() / all);
            return taken;
        }
    }

    /** Events of plain Drools per CPU-second, in the same run. */
    private static double beside(Report report, PlainRun plain) {
        double[] fired = new double[1];
        Taken taken = report.time(() -> fired[0] = plain.run());
        report.reference(String.format(
                Locale.ROOT,
                "plain Drools with the same rules: event and member as two patterns, executable model with indexes, a new"
                        + " session for each of %,d events, of which %.1f %% fired; no guards, no state, no texts",
                plain.size(),
                100 * fired[0]));
        return taken.perCpuSecond(plain.size());
    }

    private static Goal ratio(int rules) {
        String name = "ofplain." + rules;
        return switch (rules) {
            case 100 -> Goal.of(name, "× plain Drools", Kind.RATIO, 1.5);
            case 1000 -> Goal.of(name, "× plain Drools", Kind.RATIO, 5);
            case 10_000 -> Goal.of(name, "× plain Drools", Kind.RATIO, 15);
            default -> Goal.shown(name, "× plain Drools", Kind.RATIO);
        };
    }

    private static List<Event> events(Workload workload, Edition edition, int count) {
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(workload.event(edition.catalogue(), i));
        }
        return events;
    }

    private static Goal goal(int rules) {
        String name = "rate." + rules;
        return switch (rules) {
            case 100 -> Goal.of(name, "events/CPU-s", Kind.RATE, 120_000, 200_000);
            case 1000 -> Goal.of(name, "events/CPU-s", Kind.RATE, 50_000, 100_000);
            case 10_000 -> Goal.of(name, "events/CPU-s", Kind.RATE, 8_000, 12_000);
            default -> Goal.shown(name, "events/CPU-s", Kind.RATE);
        };
    }
}
