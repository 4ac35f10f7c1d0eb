package io.siyu.web.cli;

import io.siyu.web.publish.Canaries.Terms;
import io.siyu.web.publish.PressDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code siyu publish}: makes a playbook, or an older edition, what a running server decides by; or tells what would change. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a playbook what a running server decides by, or an edition it had before (--edition).",
            "With --dry-run nothing is published: the last hours are played under both and what differs is told."
        })
public final class PublishCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private ServerCall server;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private What what;

    @Option(names = "--dry-run", description = "Only tell what would have been decided otherwise.")
    private boolean dryRun;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "How far back a dry run goes, 1 to 8784 (default ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--break-promises",
            description = "Publish although the last day would break promises of promises.yaml.")
    private boolean breakPromises;

    @Option(
            names = "--canary",
            description = "Try it on one partition first; it goes on or back by itself (see siyu canary).")
    private boolean canary;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long a canary is tried, 1 to 43200 (default ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--within",
            paramLabel = "TIMES",
            defaultValue = "2",
            description =
                    "How many times as many messages, or as few, a canary may bring, above 1 and up to 1000 (default ${DEFAULT-VALUE}).")
    private double within;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    /** One of the two. */
    static final class What {
        @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "The directory with settings.yaml.")
        private @Nullable Path directory;

        @Option(names = "--edition", paramLabel = "HASH", description = "An edition published before, to roll back to.")
        private @Nullable String edition;
    }

    @Override
    public Integer call() throws ServerCall.Failed, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = answer();
        if (json) {
            out.println(answer);
        } else if (dryRun) {
            tell(answer, out);
        } else if (canary) {
            CanaryCommand.tell(answer, out);
        } else {
            out.println("Edition " + answer.path("edition").asString("") + " is in force as revision "
                    + answer.path("revision").asString("") + ".");
        }
        out.flush();
        return 0;
    }

    private JsonNode answer() throws ServerCall.Failed, IOException, InterruptedException {
        if (dryRun && canary) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dry-run publishes nothing, --canary does on one partition.\nMaybe begin with --dry-run alone.");
        }
        if (what.edition != null) {
            if (dryRun || canary) {
                throw new ParameterException(
                        spec.commandLine(),
                        (dryRun ? "--dry-run plays" : "--canary tries")
                                + " a playbook.\nMaybe name its directory instead of --edition.");
            }
            return server.post(
                    "/api/editions/" + URLEncoder.encode(what.edition, StandardCharsets.UTF_8) + "/activate",
                    Map.of(),
                    new byte[0]);
        }
        requireInRange();
        byte[] archive = Playbooks.directory(spec, Objects.requireNonNull(what.directory))
                .toBytes();
        if (canary) {
            Map<String, String> terms = Map.of("minutes", String.valueOf(minutes), "within", String.valueOf(within));
            return server.post("/api/canary", terms, archive);
        }
        return dryRun
                ? server.post("/api/dry-run", Map.of("hours", String.valueOf(hours)), archive)
                : server.post("/api/editions", Map.of("breakPromises", String.valueOf(breakPromises)), archive);
    }

    /** why: looked at before the server is asked, whose refusal would read as a finding about the playbook */
    private void requireInRange() {
        try {
            PressDesk.span(hours);
            new Terms(Duration.ofMinutes(minutes), within);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), String.valueOf(outside.getMessage()), outside);
        }
    }

    private static void tell(JsonNode answer, PrintWriter out) {
        out.println(answer.path("events").asString("") + " events since "
                + answer.path("from").asString("") + ", in "
                + answer.path("played").asString("") + " of "
                + answer.path("partitions").asString("") + " partitions; "
                + answer.path("proposalsBefore").asString("") + " proposals before, "
                + answer.path("proposalsAfter").asString("") + " with this playbook.");
        answer.path("sentences").forEach(sentence -> out.println("  " + sentence.asString("")));
        answer.path("broken").forEach(broken -> out.println("  promise: " + broken.asString("")));
        answer.path("faults").forEach(fault -> out.println("  fault: " + fault.asString("")));
    }
}
