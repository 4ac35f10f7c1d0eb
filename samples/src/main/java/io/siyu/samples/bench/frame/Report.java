package io.siyu.samples.bench.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What one benchmark ran and measured, in the one form all benchmarks are told in. */
public final class Report {
    private final String benchmark;
    private final Committed committed;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<Goal, List<Double>> samples = new LinkedHashMap<>();
    private final List<Double> calibrations = new ArrayList<>();
    private Processes processes = new Processes();

    /** A report on a benchmark, against what was committed. */
    public Report(String benchmark, Committed committed) {
        this.benchmark = benchmark;
        this.committed = committed;
        Machine.lines().forEach(lines::put);
    }

    /** What the benchmark works on: rules, members, events, and how they come in. */
    public Report workload(String text) {
        return says("workload", text);
    }

    /** The shares the run itself counted, of all its events: with a proposal, with a rendered message, held. */
    public Report mix(double proposed, double rendered, double held) {
        says(
                "hit rate",
                String.format(Locale.ROOT, "%.1f %% of events propose, %.1f %% are held", 100 * proposed, 100 * held));
        return says("rendered", String.format(Locale.ROOT, "%.1f %% of events render a message", 100 * rendered));
    }

    /** How long an event's JSON is, on average. */
    public Report bytesPerEvent(double bytes) {
        return says("bytes per event", String.format(Locale.ROOT, "%.0f as JSON", bytes));
    }

    /** What the figures are compared with, run at the same time. */
    public Report reference(String text) {
        return says("reference", text);
    }

    /** Anything else worth a line. */
    public Report says(String label, String text) {
        lines.put(label, text);
        return this;
    }

    /** The processes whose CPU and memory count; this JVM alone unless told. */
    public Report over(Processes all) {
        this.processes = all;
        return this;
    }

    /** Runs the work once between two calibrations. */
    public Taken time(Work work) {
        double before = Calibration.millis();
        long cpu = processes.cpuNanos();
        long wall = System.nanoTime();
        work.run();
        long wallNanos = System.nanoTime() - wall;
        long cpuNanos = processes.cpuNanos() - cpu;
        double around = (before + Calibration.millis()) / 2;
        calibrations.add(around);
        return new Taken(wallNanos, cpuNanos, around / committed.calibration());
    }

    /** Work to be timed. */
    @FunctionalInterface
    public interface Work {
        void run();
    }

    /** Adds one run's sample of a figure, as measured; absolute ones are scaled by how slow the machine was around it. */
    public Report sample(Goal goal, double measured, Taken taken) {
        samples.computeIfAbsent(goal, any -> new ArrayList<>()).add(goal.kind().scaled(measured, taken.slowness()));
        return this;
    }

    /** Adds one run's sample of a figure the machine's speed is not in: a ratio, a size. */
    public Report sample(Goal goal, double measured) {
        return sample(goal, measured, new Taken(1, 1, 1));
    }

    /** Runs the work so often and samples a figure of each run. */
    public List<Taken> runs(int runs, Goal goal, ToDoubleFunction<Taken> figure, Work work) {
        List<Taken> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Taken taken = time(work);
            sample(goal, figure.applyAsDouble(taken), taken);
            all.add(taken);
        }
        return all;
    }

    /** The figures, in the order first sampled. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        samples.forEach(
                (goal, values) -> figures.add(new Figure(goal, values, committed.figure(benchmark, goal.name()))));
        return figures;
    }

    /** Whether a figure is under 80 % of what was committed. */
    public boolean fails() {
        return figures().stream().anyMatch(Figure::isWorse);
    }

    /** For people. */
    public String text() {
        return new Printed(benchmark, told(), figures()).text();
    }

    /** For programs: one JSON object on one line. */
    public String json() {
        return new Printed(benchmark, told(), figures()).json();
    }

    private Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>(lines);
        if (!calibrations.isEmpty()) {
            double median = Median.of(calibrations);
            told.put(
                    "calibration",
                    String.format(
                            Locale.ROOT,
                            "%.1f ms of CPU, committed %.1f ms: absolute figures are scaled run by run, by %.2f in the median",
                            median,
                            committed.calibration(),
                            median / committed.calibration()));
        }
        processes
                .peaks()
                .forEach((name, bytes) ->
                        told.merge("peak memory", name + " " + (bytes >> 20) + " MB", (a, b) -> a + ", " + b));
        return told;
    }
}
