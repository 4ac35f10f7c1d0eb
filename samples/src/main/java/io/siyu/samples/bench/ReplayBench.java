package io.siyu.samples.bench;

import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.replay.ReplaySummary;
import io.siyu.replay.TraceReplay;
import io.siyu.rule.Edition;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.cli.Playbooks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code siyu bench replay}: the real year, several passes in one JVM. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Imports a year of the Complete Journey sample and replays it, several passes in one JVM.")
public final class ReplayBench implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The CSV files (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("../shared/data/complete-journey");

    @Option(names = "--playbook", paramLabel = "DIR", description = "The playbook (default ${DEFAULT-VALUE}).")
    private Path playbook = Path.of("samples/complete-journey");

    @Option(names = "--passes", paramLabel = "N", description = "How many passes (default ${DEFAULT-VALUE}).")
    private int passes = 3;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that decide (default: one per core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<List<Edition>> editions =
                Playbooks.editions(List.of(playbook), spec.commandLine().getErr());
        if (editions.isEmpty()) {
            return 1;
        }
        Path trace = Files.createTempFile("journey", ".jsonl.gz");
        try {
            JourneyTrace.write(data, playbook.resolve("mapping.yaml"), trace, new Faults());
            out.println(machine());
            for (int pass = 1; pass <= passes; pass++) {
                out.println(line(pass, pass(trace, editions.get())));
                out.flush();
            }
        } finally {
            Files.delete(trace);
        }
        return 0;
    }

    private ReplaySummary pass(Path trace, List<Edition> editions) throws IOException {
        Path decisions = Files.createTempFile("decisions", ".jsonl");
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(decisions), 1 << 16)) {
            TraceReplay.Options options = new TraceReplay.Options(workers, null);
            return new TraceReplay(trace, editions, new LiquidTexts(), options).run(to, lines -> {});
        } finally {
            Files.delete(decisions);
        }
    }

    private static String line(int pass, ReplaySummary summary) {
        return String.format(
                Locale.ROOT,
                "pass %d: %,d entries, %,d decisions written, %.2f s, %,d entries/s, heap used %,d MB",
                pass,
                summary.entries(),
                summary.decisions(),
                summary.nanos() / 1e9,
                summary.entriesPerSecond(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "replay: Java %s, %d cores, %d workers, at most %,d MB heap",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                workers,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
