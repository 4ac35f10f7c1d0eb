package io.siyu.samples.receiver;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu receiver}: a webhook receiver that misbehaves by a script. */
@Command(
        name = "receiver",
        mixinStandardHelpOptions = true,
        description = {
            "Receives webhooks on this machine and does with each what its script says, until Ctrl-C.",
            "GET /counts tells how often each message was tried and taken. See docs/channels.md for scripts."
        })
public final class ReceiverCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "TCP port (default ${DEFAULT-VALUE}; 0 takes a free one).")
    private int port;

    @Option(names = "--script", paramLabel = "FILE", description = "JSON; without it everything is accepted unseen.")
    private @Nullable Path file;

    @Override
    public Integer call() throws InterruptedException {
        try (Receiver receiver = Receiver.start(port, script(), Clock.systemUTC())) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Receiving at " + receiver.url());
            out.println("Tokens at    " + receiver.tokenUrl());
            out.println("Counts at    " + receiver.url().resolve("/counts"));
            out.flush();
            receiver.awaitClosed();
        }
        return 0;
    }

    private Script script() {
        if (file == null) {
            return new Script(List.of(), null, List.of());
        }
        try {
            return Script.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new ParameterException(
                    spec.commandLine(), "The script " + file + " is of no use: " + unusable.getMessage(), unusable);
        }
    }
}
