package io.siyu.web.cli;

import io.siyu.message.LiquidTexts;
import io.siyu.replay.ReplaySummary;
import io.siyu.replay.TraceReplay;
import io.siyu.rule.Edition;
import io.siyu.trace.BrokenTrace;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu replay}: runs a trace through a playbook on a virtual clock. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a trace through one or more playbooks on a virtual clock, with the code that decides live.",
            "The decisions are the same, byte for byte, at any number of workers."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "TRACE", description = "The trace, *.jsonl or *.jsonl.gz.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path trace;

    @Option(
            names = "--playbook",
            required = true,
            paramLabel = "DIR",
            description = "A playbook; repeat it when the trace activates several.")
    private List<Path> playbooks = List.of();

    @Option(
            names = "--out",
            paramLabel = "DECISIONS",
            description = "Where the decision lines go: a file (*.gz is compressed), or - for standard output.")
    private @Nullable Path out;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Stop before this instant, such as 2017-12-31T00:00:00Z.")
    private @Nullable Instant until;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that decide (default: one per core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (workers < 1 || workers > 256) {
            throw new ParameterException(
                    spec.commandLine(), "--workers (" + workers + ") must be from 1 to 256.\nMaybe leave it out.");
        }
        Optional<List<Edition>> editions = Playbooks.editions(playbooks, spec);
        if (editions.isEmpty()) {
            return 1;
        }
        try {
            ReplaySummary summary = replay(editions.get());
            ReplayReport report = new ReplayReport(summary);
            PrintWriter told = toStandardOutput()
                    ? spec.commandLine().getErr()
                    : spec.commandLine().getOut();
            told.print(json ? report.json() : report.text(Locale.ROOT));
            told.flush();
            return summary.faultCount() == 0 ? 0 : 1;
        } catch (BrokenTrace broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private boolean toStandardOutput() {
        return out != null && out.toString().equals("-");
    }

    private ReplaySummary replay(List<Edition> editions) throws IOException {
        TraceReplay.Options options = new TraceReplay.Options(workers, until);
        try (Progress progress = new Progress(spec.commandLine().getErr(), Progress.isWatched(), "Replaying", 0);
                OutputStream to = open()) {
            return new TraceReplay(trace, editions, new LiquidTexts(), options).run(to, progress::add);
        }
    }

    private OutputStream open() throws IOException {
        if (out == null) {
            return OutputStream.nullOutputStream();
        }
        if (toStandardOutput()) {
            return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        }
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
        return out.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
    }
}
