package io.siyu.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code siyu why}: asks a running server why an event brought a member what it did, or nothing. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Tells why an event brought a member what it did: every rule that was asked with the values its conditions",
            "saw then, and every guard with its numbers. Exit code 1: the server knows no such event."
        })
public final class WhyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private ServerCall server;

    @Option(
            names = "--member",
            required = true,
            paramLabel = "ID",
            description = "The member, or another subject as kind/id.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private String member;

    @Option(names = "--event", required = true, paramLabel = "ID", description = "The event's id.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private String event;

    @Option(names = "--rule", paramLabel = "NAME", description = "Only this rule.")
    private @Nullable String rule;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Write what happened as a scenario, such as scenarios/kept.scenario.yaml.")
    private @Nullable Path keep;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    @Override
    public Integer call() throws ServerCall.Failed, IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("subject", member);
        query.put("event", event);
        if (rule != null) {
            query.put("rule", rule);
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = server.get("/api/why", query);
        if (keep != null) {
            Files.writeString(keep, server.text("/api/why/scenario", query));
        }
        if (json) {
            out.println(answer);
        } else {
            new WhyReport(out).tell(answer);
        }
        out.flush();
        return 0;
    }
}
