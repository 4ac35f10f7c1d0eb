package io.siyu.samples.bench.frame;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One benchmark as a verb of {@code siyu bench}: it measures, the frame prints and judges. */
public abstract class Bench implements Callable<Integer> {
    private static final int RUNS = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Of how many runs the median is taken (default 5, of the long ones 1).")
    private @Nullable Integer runs;

    @Option(names = "--json", description = "Prints one JSON object instead.")
    private boolean json;

    @Option(names = "--members", paramLabel = "N", description = "How many members.")
    private @Nullable Integer members;

    @Option(names = "--events", paramLabel = "N", description = "How many events in one run.")
    private @Nullable Integer events;

    @Override
    public final Integer call() throws IOException {
        Report report = new Report(spec.name(), Committed.shipped());
        measure(report);
        spec.commandLine().getOut().print(json ? report.json() : report.text());
        spec.commandLine().getOut().flush();
        return report.fails() ? 1 : 0;
    }

    /** Measures and tells the report. */
    protected abstract void measure(Report report) throws IOException;

    /** How many runs are asked for. */
    protected final int runs() {
        return runs(RUNS);
    }

    /** How many runs are asked for, or what this benchmark takes otherwise. */
    protected final int runs(int otherwise) {
        int asked = runs == null ? otherwise : runs;
        if (asked < 1) {
            throw new IllegalArgumentException("Of " + asked + " runs there is no median.\nMaybe --runs 1.");
        }
        return asked;
    }

    /** How many members are asked for, or what this benchmark takes otherwise. */
    protected final int members(int otherwise) {
        return members == null ? otherwise : members;
    }

    /** How many events are asked for in one run, or what this benchmark takes otherwise. */
    protected final int events(int otherwise) {
        return events == null ? otherwise : events;
    }

    /** Tells whoever watches how it gets on, apart from the result. */
    protected final void progress(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
