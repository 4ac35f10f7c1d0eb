package io.siyu.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code siyu canary}: how the edition does that a running server tries on one partition; or its end. */
@Command(
        name = "canary",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how the edition does that a running server tries on one partition, beside what others decide.",
            "It goes on or back by itself; --go-on and --go-back end it now. \"siyu publish --canary\" begins one."
        })
public final class CanaryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private ServerCall server;

    @ArgGroup
    private @Nullable End end;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    /** One of the two. */
    static final class End {
        @Option(names = "--go-on", required = true, description = "Publish it for the whole house now.")
        private boolean goOn;

        @Option(names = "--go-back", required = true, description = "Give the partition its old edition back now.")
        private boolean goBack;
    }

    @Override
    public Integer call() throws ServerCall.Failed, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = answer();
        if (json) {
            out.println(answer);
        } else if (end == null) {
            tell(answer, out);
        } else {
            out.println((end.goBack ? "The partition has its old edition back" : "It is published for all")
                    + " as revision " + answer.path("revision").asString("") + ".");
        }
        out.flush();
        return answer.path("against").isEmpty() ? 0 : 1;
    }

    private JsonNode answer() throws ServerCall.Failed, IOException, InterruptedException {
        if (end == null) {
            return server.get("/api/canary", Map.of());
        }
        return server.post(end.goOn ? "/api/canary/go-on" : "/api/canary/go-back", Map.of(), new byte[0]);
    }

    static void tell(JsonNode answer, PrintWriter out) {
        out.println("Edition " + answer.path("edition").asString("") + " is tried on partition "
                + answer.path("partition").asString("") + " as revision "
                + answer.path("revision").asString("") + ", from "
                + answer.path("began").asString("") + " to "
                + answer.path("ends").asString("") + "; the others decide by "
                + answer.path("before").asString("") + ".");
        answer.path("measures")
                .forEach(measure -> out.println("  " + measure.path("measure").asString("") + ": "
                        + measure.path("canary").asString("") + " here, "
                        + measure.path("rest").asString("") + " in others"));
        answer.path("lines").forEach(line -> {
            if (line.path("differs").asBoolean(false)) {
                out.println("  differs: " + line.path("origin").asString("") + " "
                        + line.path("step").asString("") + " "
                        + line.path("verdict").asString("") + " "
                        + line.path("reason").asString("") + ": "
                        + line.path("canary").asString("") + " here, "
                        + line.path("rest").asString("") + " in others");
            }
        });
        answer.path("against").forEach(against -> out.println("  against it: " + against.asString("")));
    }
}
