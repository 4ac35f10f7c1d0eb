package io.siyu.web.cli;

import io.siyu.replay.DecisionDiff;
import io.siyu.replay.DecisionDiff.Change;
import io.siyu.replay.Fate;
import io.siyu.web.publish.Sentences;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code siyu diff}: tells how two decision files differ, proposal by proposal. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how two decision files differ, such as a replay of one trace under two playbooks: who more gets what, who",
            "loses what, and for which reason. Exit code 0: they say the same. 1: they differ."
        })
public final class DiffCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "Decisions before, as replay writes them; .gz is unpacked.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "Decisions after.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path after;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        DecisionDiff diff = new DecisionDiff();
        read(before, diff::before);
        read(after, diff::after);
        List<Change> changes = diff.changes();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(changes));
        } else {
            Sentences.alone().of(diff, Locale.ENGLISH).forEach(out::println);
        }
        out.flush();
        return changes.isEmpty() ? 0 : 1;
    }

    /** One decision of a file. */
    @FunctionalInterface
    private interface Told {
        void decision(String proposal, String subject, Fate fate);
    }

    private void read(Path file, Told told) throws IOException {
        int number = 0;
        try (BufferedReader lines = lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    decision(JSON.readTree(line), told);
                }
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + ":" + number + ": this is no decision line.\nMaybe the file is a trace; replay it first.",
                    broken);
        }
    }

    private static BufferedReader lines(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static void decision(JsonNode line, Told told) {
        String proposal = text(line, "proposal");
        if (proposal.isEmpty() || text(line, "verdict").isEmpty()) {
            throw new IllegalArgumentException("no decision");
        }
        boolean ofCampaign = !text(line, "campaign").isEmpty();
        boolean message = !text(line, "template").isEmpty();
        told.decision(
                proposal,
                text(line, "subject"),
                new Fate(
                        text(line, ofCampaign ? "campaign" : "rule"),
                        text(line, "step"),
                        text(line, "action"),
                        text(line, message ? "template" : "ref"),
                        text(line, "verdict"),
                        text(line, "reason")));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static String json(List<Change> changes) {
        ObjectNode told = JSON.createObjectNode();
        ArrayNode all = told.putArray("changes");
        for (Change change : changes) {
            Fate one = change.any();
            ObjectNode node = all.addObject()
                    .put("origin", one.origin())
                    .put("step", one.step())
                    .put("action", one.action())
                    .put("what", one.what())
                    .put("before", told(change.before()))
                    .put("after", told(change.after()))
                    .put("count", change.count())
                    .put("subjects", change.subjects());
            change.examples().forEach(node.putArray("examples")::add);
        }
        return told.toString();
    }

    private static @Nullable String told(@Nullable Fate fate) {
        return fate == null ? null : fate.told();
    }
}
