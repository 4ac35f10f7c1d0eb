package io.siyu.samples.bench;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadScenarios;
import io.siyu.web.cli.Playbooks;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench test}: the scenarios of a large playbook, read and played as {@code siyu test} does. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "The scenarios of 100 campaigns and 100 rule files, read and played on all cores.")
public final class TestBench extends Bench {
    private static final Goal COLD = Goal.of("cold", "scenarios/s", Kind.RATE, 3000, 6000);
    private static final Goal RATE = Goal.of("rate", "scenarios/s", Kind.RATE, 3000, 10_000);
    private static final Goal PLAY = Goal.shown("play", "scenarios/s", Kind.RATE);
    private static final Goal CPU = Goal.shown("cpu", "µs CPU/scenario", Kind.TIME);

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many campaigns, and how many rule files (default ${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many scenarios beside each (default ${DEFAULT-VALUE}).")
    private int each;

    @Override
    protected void measure(Report report) {
        LoadScenarios load = new LoadScenarios(files, each);
        int workers = Runtime.getRuntime().availableProcessors();
        Playbook playbook = load.playbook();
        Edition edition = Playbooks.reader().read(playbook).edition();
        report.workload(String.format(
                Locale.ROOT,
                "%,d scenarios beside %,d campaigns and %,d rule files, a third each hit, miss and boundary; %d workers",
                load.size(),
                files,
                files,
                workers));
        // why: an author's run is the first of its process; the compiling of byte code counts, as it does there
        Taken cold = report.time(() -> play(read(playbook, edition, workers), workers));
        report.sample(COLD, cold.perSecond(load.size()), cold);
        for (int run = 0; run < runs(); run++) {
            Taken both = report.time(() -> play(read(playbook, edition, workers), workers));
            report.sample(RATE, both.perSecond(load.size()), both);
            report.sample(CPU, both.cpuMicros(load.size()), both);
            Suite suite = read(playbook, edition, workers);
            Taken played = report.time(() -> play(suite, workers));
            report.sample(PLAY, played.perSecond(load.size()), played);
        }
    }

    private static Suite read(Playbook playbook, Edition edition, int workers) {
        Faults faults = new Faults();
        Suite suite = Suite.read(playbook, edition, faults, workers);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("A scenario cannot be read: " + faults.sorted());
        }
        return suite;
    }

    private static void play(Suite suite, int workers) {
        for (Played played : SuiteRun.play(suite, workers)) {
            if (!played.passed()) {
                throw new IllegalStateException("The scenario ("
                        + played.scenario().name() + ") of " + played.scenario().file() + " failed:\n"
                        + played.result().told());
            }
        }
    }
}
