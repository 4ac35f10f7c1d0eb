package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.replay.suite.Suite;
import io.siyu.rule.Edition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code siyu check}: tells everything that keeps a playbook from being published. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a playbook and tells every fault of every file, as file:line:column: code: message.",
            "What is most likely not meant but keeps nothing from being published is told as a warning, also in scenarios.",
            "Exit code 0: it may be published. 1: it has faults."
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "The directory with settings.yaml.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path directory;

    @Override
    public Integer call() {
        Playbook playbook = Playbooks.directory(spec, directory);
        Reading reading = Playbooks.reader().read(playbook);
        List<Diagnostic> warnings = warnings(playbook, reading);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(reading, warnings));
        } else {
            tell(reading, warnings, out);
        }
        out.flush();
        return reading.isPublishable() ? 0 : 1;
    }

    /** Also what is wrong with scenarios: they are no part of an edition, so they keep nothing from being published. */
    private static List<Diagnostic> warnings(Playbook playbook, Reading reading) {
        List<Diagnostic> warnings = new ArrayList<>(reading.warnings());
        if (reading.isPublishable()) {
            Faults faults = new Faults();
            Suite.read(playbook, reading.edition(), faults, 1);
            warnings.addAll(faults.sorted());
        }
        return warnings;
    }

    private void tell(Reading reading, List<Diagnostic> warnings, PrintWriter out) {
        reading.diagnostics().forEach(fault -> out.println(FaultLines.line(directory, fault)));
        warnings.forEach(warning -> out.println(FaultLines.warning(directory, warning)));
        if (reading.isPublishable()) {
            Edition edition = reading.edition();
            out.println("edition " + edition.hash() + ": " + edition.campaigns().size() + " campaigns, "
                    + edition.rules().rules().size() + " rules, "
                    + edition.templates().size()
                    + " message templates; it may be published.");
        } else {
            out.println(FaultLines.count(reading.diagnostics()));
        }
    }

    private static String json(Reading reading, List<Diagnostic> warnings) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        ObjectNode told = factory.objectNode();
        told.put("publishable", reading.isPublishable());
        told.put("edition", reading.draft().map(Edition::hash).orElse(""));
        told.putArray("faults").addAll(FaultLines.json(reading.diagnostics()));
        told.putArray("warnings").addAll(FaultLines.json(warnings));
        return told.toString();
    }
}
