package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.playbook.Reading;
import io.siyu.replay.suite.Coverage;
import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu test}: plays the scenarios of a playbook on a virtual clock. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Plays every scenario of a playbook on a virtual clock and tells what was decided otherwise than written.",
            "Exit code 0: all as written. 1: a difference, or a fault in the playbook."
        })
public final class TestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "The directory with settings.yaml.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path directory;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only scenarios whose file or name has this text in it; repeat it for more.")
    private List<String> only = List.of();

    @Option(
            names = {"-v", "--verbose"},
            description = "Name the scenarios that passed, too.")
    private boolean verbose;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that play (default: one per core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, too.")
    private @Nullable Path junit;

    @Option(
            names = "--coverage",
            paramLabel = "PERCENT",
            description =
                    "Tell which rules never fired and which conditions were not seen both to hold and not to; fail"
                            + " below so many percent (0 only tells).")
    private @Nullable Integer coverage;

    @Override
    public Integer call() throws IOException {
        refuse(workers < 1 || workers > 256, "--workers (" + workers + ") must be from 1 to 256.\nMaybe leave it out.");
        refuse(
                coverage != null && (coverage < 0 || coverage > 100),
                "--coverage (" + coverage + ") must be from 0 to 100.\nMaybe 100, or 0 to be told only.");
        Playbook playbook = playbook();
        Reading reading = Playbooks.reader().read(playbook);
        if (!reading.isPublishable()) {
            return tellFaults(reading.diagnostics());
        }
        Faults faults = new Faults();
        Suite suite = only(Suite.read(playbook, reading.edition(), faults, workers), faults);
        if (suite.size() == 0 && !faults.isEmpty()) {
            return tellFaults(faults.sorted());
        }
        SuiteReport report = play(suite, faults.sorted());
        if (junit != null) {
            new SuiteXml(suite, report.played()).write(junit);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.text());
        out.flush();
        return report.isGood() ? 0 : 1;
    }

    private SuiteReport play(Suite suite, List<Diagnostic> faults) {
        long begun = System.nanoTime();
        if (coverage == null) {
            List<Played> played = SuiteRun.play(suite, workers);
            SuiteReport.Took took = new SuiteReport.Took(System.nanoTime() - begun, verbose);
            return new SuiteReport(directory, suite, played, faults, took, Optional.empty());
        }
        boolean all = only.isEmpty();
        Coverage counted =
                new Coverage(suite.edition(), all ? suite.edition().rules().rules() : suite.rules());
        List<Played> played = SuiteRun.play(suite, workers, counted);
        SuiteReport.Took took = new SuiteReport.Took(System.nanoTime() - begun, verbose);
        CoverageTable table = new CoverageTable(directory, counted.rules(), coverage);
        return new SuiteReport(directory, suite, played, faults, took, Optional.of(table));
    }

    private Playbook playbook() {
        try {
            Playbook playbook = PlaybookDirectory.read(directory);
            if (playbook.scenarios().isEmpty()) {
                throw wrong("The playbook (" + directory + ") has no scenarios.\n"
                        + "Maybe write rules/vip.scenario.yaml beside rules/vip.drl; docs/scenarios.md tells how.");
            }
            return playbook;
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    private Suite only(Suite all, Faults faults) {
        if (only.isEmpty()) {
            return all;
        }
        Suite left = all.only((file, name) -> only.stream().anyMatch(text -> has(file, text) || has(name, text)));
        if (left.size() == 0 && faults.isEmpty()) {
            List<String> known = new ArrayList<>();
            all.parts().forEach(part -> known.add(part.file()));
            all.parts().forEach(part -> part.scenarios().forEach(scenario -> known.add(scenario.name())));
            throw wrong("No scenario's file or name has \"" + String.join("\" or \"", only) + "\" in it.\n"
                    + Nearest.maybe(only.get(0), known, "leave --only out; there are " + all.size() + " scenarios."));
        }
        return left;
    }

    private static boolean has(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private int tellFaults(List<Diagnostic> faults) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? SuiteReport.json(faults) : SuiteReport.text(directory, faults));
        out.flush();
        return 1;
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) {
            throw wrong(message);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
