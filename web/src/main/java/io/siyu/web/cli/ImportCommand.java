package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.mapping.Import;
import io.siyu.trace.mapping.ImportSummary;
import io.siyu.trace.mapping.ImportWatcher;
import io.siyu.trace.mapping.Mapping;
import io.siyu.trace.mapping.MappingReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu import}: turns a shop's CSV files into a trace. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Turns CSV files into a trace, as a mapping file says (docs/mapping.md).",
            "A row that cannot be read is told on the error stream, the others go on, and the exit code is 1."
        })
public final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "The mapping file.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path mapping;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "TRACE",
            description = "The trace to write, *.jsonl or *.jsonl.gz.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path out;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the house that replays it (default ${DEFAULT-VALUE}).")
    private int partitions = TraceHeader.DEFAULT_PARTITIONS;

    @Option(names = "--backfill", description = "Mark every event as history: it changes state and proposes nothing.")
    private boolean backfill;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "CSV", description = "The files, or directories that hold them.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        Faults faults = new Faults();
        check();
        Optional<Mapping> read = new MappingReader(faults).read(mapping, mapping.toString());
        if (read.isEmpty()) {
            return told(faults);
        }
        Map<String, Path> bySource = new SourceFiles(read.get(), spec.commandLine()).among(files);
        PrintWriter err = spec.commandLine().getErr();
        Optional<ImportSummary> done;
        try (Progress progress = new Progress(err, Progress.isWatched(), "Importing", bytes(bySource))) {
            Import run = new Import(read.get(), watcher(err, progress), backfill);
            done = run.run(bySource, out, partitions, faults);
        }
        if (done.isEmpty()) {
            return told(faults);
        }
        ImportReport report = new ImportReport(done.get(), out);
        spec.commandLine().getOut().print(json ? report.json() : report.text());
        spec.commandLine().getOut().flush();
        return done.get().badRows() == 0 ? 0 : 1;
    }

    private void check() {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "The folder of \"" + out + "\" is not there.\nMaybe create it first.");
        }
        if (partitions < 1 || partitions > 1024) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--partitions (" + partitions + ") must be from 1 to 1024.\nMaybe leave it out.");
        }
    }

    private int told(Faults faults) {
        faults.sorted().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        return 1;
    }

    private static long bytes(Map<String, Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files.values()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static ImportWatcher watcher(PrintWriter err, Progress progress) {
        return new ImportWatcher() {
            @Override
            public void bad(Diagnostic row) {
                progress.close();
                err.println(row);
            }

            @Override
            public void read(long bytes) {
                progress.add(bytes);
            }
        };
    }
}
