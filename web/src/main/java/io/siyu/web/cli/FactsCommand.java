package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.event.Catalogue;
import io.siyu.playbook.CatalogueFile;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.web.rules.FactsJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code siyu facts}: everything a condition may name. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description =
                "Tells everything conditions may name: events and their fields, units, helpers, what is personal.")
public final class FactsCommand implements Callable<Integer> {

    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final List<String> SAY_WHAT_THERE_IS = List.of("catalogue.yaml", "settings.yaml");

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object, with the labels of all languages.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of the labels: en or zh. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // why: picocli sets the default
    private String language;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PLAYBOOK",
            description =
                    "The directory with settings.yaml and perhaps a catalogue.yaml; without it, the shipped catalogue in CNY.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        if (!LANGUAGES.contains(language)) {
            String wrong = "Labels are not kept in \"" + language + "\".\nMaybe write --language en or --language zh.";
            throw new ParameterException(spec.commandLine(), wrong);
        }
        Optional<Reading> reading = reading();
        if (reading.isPresent() && tells(reading.get())) {
            return SiyuCommand.FINDINGS;
        }
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode facts = new FactsJson(FactSchemas.of(catalogue(reading))).all();
        if (json) {
            out.println(facts);
        } else {
            new FactsText(facts, language, out).print();
        }
        out.flush();
        return 0;
    }

    private Optional<Reading> reading() {
        return Optional.ofNullable(directory).map(named -> Playbooks.reader().read(Playbooks.directory(spec, named)));
    }

    private static Catalogue catalogue(Optional<Reading> reading) {
        return reading.flatMap(Reading::draft).map(Edition::catalogue).orElseGet(() -> CatalogueFile.shipped("CNY"));
    }

    /** Whether the files that say what there is have faults, which are told then: facts would be those of another house. */
    private boolean tells(Reading reading) {
        PrintWriter err = spec.commandLine().getErr();
        List<Diagnostic> faults = reading.diagnostics().stream()
                .filter(fault -> SAY_WHAT_THERE_IS.contains(fault.file()))
                .toList();
        faults.forEach(fault -> err.println(directory + "/" + fault));
        err.flush();
        return !faults.isEmpty();
    }
}
