package io.siyu.samples.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code siyu bench}: the benchmarks by name; without a name it lists them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        description = "Measures this machine; see docs/performance.md for what was measured elsewhere.",
        subcommands = {
            BacktestBench.class,
            CallBench.class,
            ChaosBench.class,
            DecideBench.class,
            IngestBench.class,
            LatencyBench.class,
            NaiveBench.class,
            PublishBench.class,
            ReachBench.class,
            ReplayBench.class,
            StepBench.class,
            TestBench.class,
            TimersBench.class,
            WhyBench.class
        })
public final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
