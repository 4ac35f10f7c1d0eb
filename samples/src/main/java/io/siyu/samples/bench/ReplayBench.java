package io.siyu.samples.bench;

import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.replay.ReplaySummary;
import io.siyu.replay.TraceReplay;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadTrace;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.cli.Playbooks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench replay}: the real year, several passes in one JVM; those before the third warm it up. Or a long trace. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Imports a year of the Complete Journey sample and replays it, several passes in one JVM.",
            "With --events: so many of the fixed mix instead, of --members members, in one pass."
        })
public final class ReplayBench extends Bench {
    private static final int WARM = 2;
    private static final int MEMBERS = 100_000;
    private static final int RULES = 100;
    private static final int LOOKS = 10;
    private static final Instant QUIET = Instant.parse("2026-11-02T08:00:00Z");
    private static final Goal RATE = Goal.of("entries", "entries/s", Kind.RATE, 50_000, 90_000);
    private static final Goal CPU = Goal.shown("cpu", "µs CPU/entry", Kind.TIME);
    private static final Goal HEAP = Goal.of("heap", "MB", Kind.SIZE, 512);

    @Option(names = "--data", paramLabel = "DIR", description = "The CSV files (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("../shared/data/complete-journey");

    @Option(names = "--playbook", paramLabel = "DIR", description = "The playbook (default ${DEFAULT-VALUE}).")
    private Path playbook = Path.of("samples/complete-journey");

    @Option(names = "--workers", paramLabel = "N", description = "Threads that decide (default: one per core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Override
    protected void measure(Report report) throws IOException {
        if (events(0) > 0) {
            large(report);
        } else {
            year(report);
        }
    }

    private void large(Report report) throws IOException {
        Workload workload = new Workload(members(MEMBERS), RULES, QUIET);
        Edition edition = Playbooks.reader().read(workload.playbook()).edition();
        Path trace = Files.createTempFile("mix", ".jsonl.gz");
        try {
            LoadTrace.write(workload, edition.catalogue(), events(0), trace);
            report.workload(workload.told(events(0))
                    + String.format(Locale.ROOT, ", spread over a year; %d workers; one pass", workers));
            LiveHeap heap = new LiveHeap(events(0) / LOOKS);
            List<ReplaySummary> summaries = new ArrayList<>();
            Taken taken = report.time(() -> summaries.add(replay(trace, edition, heap)));
            report.says("live heap", heap.megabytes() + " MB, cleared, from look to look");
            report.sample(
                    RATE, summaries.get(0).entries() * 1e9 / summaries.get(0).nanos(), taken);
            report.sample(CPU, taken.cpuMicros(summaries.get(0).entries()), taken);
            report.sample(HEAP, heap.most());
        } finally {
            Files.delete(trace);
        }
    }

    /** How much is alive on the heap, looked at every so many lines. */
    private static final class LiveHeap implements TraceReplay.Progress {
        private final long every;
        private final List<Long> megabytes = new ArrayList<>();
        private long lines;

        LiveHeap(long every) {
            this.every = Math.max(1, every);
        }

        @Override
        public void lines(long more) {
            long looks = lines / every;
            lines += more;
            if (lines / every > looks) {
                megabytes.add(ScaleHouse.heap() >> 20);
            }
        }

        List<Long> megabytes() {
            return megabytes;
        }

        double most() {
            return megabytes.stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    private void year(Report report) throws IOException {
        Edition edition =
                Playbooks.reader().read(PlaybookDirectory.read(playbook)).edition();
        Path trace = Files.createTempFile("journey", ".jsonl.gz");
        try {
            JourneyTrace.write(data, playbook.resolve("mapping.yaml"), trace, new Faults());
            for (int pass = 1; pass <= WARM + runs(); pass++) {
                pass(report, trace, edition, pass);
            }
        } finally {
            Files.delete(trace);
        }
    }

    private void pass(Report report, Path trace, Edition edition, int pass) {
        List<ReplaySummary> summaries = new ArrayList<>();
        Taken taken = report.time(() -> summaries.add(replay(trace, edition, lines -> {})));
        ReplaySummary summary = summaries.get(0);
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        progress(String.format(
                Locale.ROOT, "pass %d: %,d entries/s, heap used %,d MB", pass, summary.entriesPerSecond(), heap));
        if (pass > WARM) {
            report.workload(String.format(
                    Locale.ROOT,
                    "%,d entries, %,d decisions written; %d workers; pass %d and later",
                    summary.entries(),
                    summary.decisions(),
                    workers,
                    WARM + 1));
            report.sample(RATE, summary.entries() * 1e9 / summary.nanos(), taken);
            report.sample(CPU, taken.cpuMicros(summary.entries()), taken);
            report.sample(HEAP, (double) heap);
        }
    }

    private ReplaySummary replay(Path trace, Edition edition, TraceReplay.Progress progress) {
        try {
            Path decisions = Files.createTempFile("decisions", ".jsonl");
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(decisions), 1 << 16)) {
                TraceReplay.Options options = new TraceReplay.Options(workers, null);
                return new TraceReplay(trace, List.of(edition), new LiquidTexts(), options).run(to, progress);
            } finally {
                Files.delete(decisions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The replay could not be read or written.", e);
        }
    }
}
