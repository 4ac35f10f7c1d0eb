package io.siyu.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code siyu backtest}: how often a rule, and each of its conditions, would have held over the last week of a server. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Tells how often a rule, and each of its conditions alone, would have held over the last week.")
public final class BacktestCommand implements Callable<Integer> {
    private static final int TRIES = 30;
    private static final Pattern FILE = Pattern.compile("\\S+[.](drl|csv|dslr|xlsx)");

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private ServerCall server;

    @Parameters(
            index = "0",
            paramLabel = "FILE|PATTERN",
            description = "A rule file, or a pattern such as 'OrderPlaced( total >= 200 )'.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private String what;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    @Override
    public Integer call() throws ServerCall.Failed, IOException, InterruptedException {
        if (what.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "The pattern is empty.\nMaybe 'OrderPlaced( total >= 200 )' was meant.");
        }
        if (FILE.matcher(what).matches() && !isFile()) {
            throw new NoSuchFileException(what);
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = answer();
        if (json) {
            out.println(answer);
        } else {
            tell(answer, out);
        }
        out.flush();
        return answer.path("faults").isEmpty() ? 0 : 1;
    }

    /** The server's answer; while it reads the week it is asked again. */
    private JsonNode answer() throws ServerCall.Failed, IOException, InterruptedException {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return ask();
            } catch (ServerCall.Failed failed) {
                if (!failed.isForNow()) {
                    throw failed;
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return ask();
    }

    private JsonNode ask() throws ServerCall.Failed, IOException, InterruptedException {
        if (!isFile()) {
            return server.ask("/api/backtest", Map.of(), what);
        }
        Path file = Path.of(what);
        return server.ask(
                "/api/backtest",
                Map.of("file", String.valueOf(file.getFileName())),
                Files.readString(file, StandardCharsets.UTF_8));
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(what));
        } catch (InvalidPathException no) { // why: a pattern may hold what no path may
            return false;
        }
    }

    private static void tell(JsonNode answer, PrintWriter out) {
        out.println("From " + answer.path("from").asString("") + " to "
                + answer.path("to").asString("") + ", in "
                + answer.path("played").asString("") + " of "
                + answer.path("partitions").asString("") + " partitions:");
        answer.path("rules").forEach(rule -> tellRule(rule, out));
        answer.path("faults")
                .forEach(fault -> out.println(fault.path("line").asString("") + ":"
                        + fault.path("column").asString("") + ": "
                        + fault.path("code").asString("") + " "
                        + fault.path("message").asString("")));
    }

    private static void tellRule(JsonNode rule, PrintWriter out) {
        String name = rule.path("rule").asString("");
        out.println((name.isEmpty() ? "" : "\"" + name + "\" ") + "would have fired " + told(rule.path("fired"))
                + " of " + told(rule.path("heard")) + " times at "
                + rule.path("event").asString(""));
        rule.path("conditions")
                .forEach(condition -> out.println("  " + told(condition.path("held")) + "  "
                        + condition.path("text").asString("")));
        List<String> members = new ArrayList<>();
        rule.path("examples")
                .forEach(example -> members.add(example.path("subject").asString("") + " at "
                        + example.path("event").asString("")));
        if (!members.isEmpty()) {
            out.println("  such as " + String.join(", ", members));
        }
        if (!rule.path("fault").asString("").isEmpty()) {
            out.println("  fault: " + rule.path("fault").asString(""));
        }
    }

    private static String told(JsonNode estimate) {
        long all = estimate.path("all").asLong(0);
        long low = estimate.path("low").asLong(0);
        long high = estimate.path("high").asLong(0);
        return low == high ? String.valueOf(all) : all + " (" + low + " to " + high + ")";
    }
}
