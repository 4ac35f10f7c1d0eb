package io.siyu.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code siyu reach}: asks a running server for how many members a message is meant, and how many it would reach. */
@Command(
        name = "reach",
        mixinStandardHelpOptions = true,
        description = {
            "Tells for how many members a campaign or a saved audience in force is meant, how many of them a message",
            "would reach now, and what keeps it from the others. A large house answers from a sample, with the",
            "interval that holds the true count 19 times of 20. Exit code 1: the server cannot tell."
        })
public final class ReachCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private ServerCall server;

    @Parameters(
            paramLabel = "CAMPAIGN|AUDIENCE",
            description = "Its id; campaign/ID or audience/ID where both have it.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private String named;

    @Option(names = "--exact", description = "Ask every member, which takes seconds in a large house.")
    private boolean exact;

    @Option(names = "--purpose", paramLabel = "WORD", description = "Of an audience: marketing (default) or service.")
    private @Nullable String purpose;

    @Option(names = "--channel", paramLabel = "ID", description = "Of an audience: default the purpose's first.")
    private @Nullable String channel;

    @Option(
            names = "--store",
            paramLabel = "ID",
            description = "The store whose event calls; needed where the audience hangs on it.")
    private @Nullable String store;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    @Override
    public Integer call() throws ServerCall.Failed, IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("of", named);
        query.put("exact", String.valueOf(exact));
        if (purpose != null) {
            query.put("purpose", purpose);
        }
        if (channel != null) {
            query.put("channel", channel);
        }
        if (store != null) {
            query.put("store", store);
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = server.get("/api/reach", query);
        if (json) {
            out.println(answer);
        } else {
            new ReachReport(out).tell(answer);
        }
        out.flush();
        return 0;
    }
}
