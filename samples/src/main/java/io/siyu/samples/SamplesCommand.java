package io.siyu.samples;

import io.siyu.samples.bench.BenchCommand;
import io.siyu.samples.demo.DemoCommand;
import io.siyu.samples.receiver.ReceiverCommand;
import io.siyu.web.cli.SiyuCommand;
import picocli.CommandLine;

/** {@code siyu} with every verb: those of the server's jar and those that need samples. */
public final class SamplesCommand {
    private SamplesCommand() {}

    public static void main(String[] args) {
        System.exit(line(args).execute(args));
    }

    /** The command line for some arguments, for the caller to execute with writers of its own. */
    public static CommandLine line(String... args) {
        CommandLine line = SiyuCommand.line(args)
                .addSubcommand(new BenchCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ReceiverCommand());
        return SiyuCommand.withHandlers(line);
    }
}
