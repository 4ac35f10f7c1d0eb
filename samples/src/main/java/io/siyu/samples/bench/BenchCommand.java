package io.siyu.samples.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu bench}: the benchmarks by name. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        description = "Measures this machine; see docs/measurements for what was measured elsewhere.",
        subcommands = ReplayBench.class)
public final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The name of a benchmark is missing.\nMaybe \"replay\".");
    }
}
