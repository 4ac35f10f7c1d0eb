package io.siyu.web.cli;

import io.siyu.campaign.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code siyu}: the root of the command line. Exit code 0 is fine, 1 findings, 2 wrong use, 3 a fault of Siyu. */
@Command(
        name = "siyu",
        mixinStandardHelpOptions = true,
        versionProvider = SiyuCommand.Version.class,
        synopsisSubcommandLabel = "VERB",
        description = "An open engine that turns what shoppers do into the right message at the right moment.",
        footer = {"", "\"siyu VERB --help\" tells more of each verb."})
public final class SiyuCommand implements Runnable {

    static final int FINDINGS = 1;
    static final int WRONG_USE = 2;
    static final int BROKEN = 3;

    private static final List<String> VERBS = List.of(
            "backtest",
            "canary",
            "check",
            "diff",
            "export",
            "facts",
            "grid",
            "import",
            "publish",
            "reach",
            "rebuild",
            "replay",
            "restore",
            "serve",
            "shrink",
            "test",
            "why");

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(line(args).execute(args));
    }

    /** The command line for some arguments, for the caller to execute with writers of its own. */
    public static CommandLine line(String... args) {
        CommandLine line = new CommandLine(new SiyuCommand());
        // why: only the verb asked for is loaded, so that offline verbs never touch the classes of the server
        List<String> wanted = args.length > 0 && VERBS.contains(args[0]) ? List.of(args[0]) : VERBS;
        wanted.forEach(verb -> line.addSubcommand(command(verb)));
        return withHandlers(line);
    }

    /** A command line that tells wrong use and faults as every Siyu command does. */
    public static CommandLine withHandlers(CommandLine line) {
        IParameterExceptionHandler wrongUse = SiyuCommand::wrongUse;
        IExecutionExceptionHandler broken = (fault, command, parsed) -> broken(fault, command);
        return line.setParameterExceptionHandler(wrongUse)
                .setExecutionExceptionHandler(broken)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing.");
    }

    private static Object command(String verb) {
        return switch (verb) {
            case "backtest" -> new BacktestCommand();
            case "canary" -> new CanaryCommand();
            case "check" -> new CheckCommand();
            case "diff" -> new DiffCommand();
            case "export" -> new ExportCommand();
            case "facts" -> new FactsCommand();
            case "grid" -> new GridCommand();
            case "import" -> new ImportCommand();
            case "publish" -> new PublishCommand();
            case "reach" -> new ReachCommand();
            case "rebuild" -> new RebuildCommand();
            case "replay" -> new ReplayCommand();
            case "restore" -> new RestoreCommand();
            case "serve" -> new ServeCommand();
            case "shrink" -> new ShrinkCommand();
            case "test" -> new TestCommand();
            case "why" -> new WhyCommand();
            default -> throw new IllegalArgumentException("The verb (" + verb + ") is unknown.");
        };
    }

    private static int wrongUse(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String message = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : String.valueOf(wrong.getMessage());
        command.getErr().println(message);
        if (!message.contains("Maybe ")) {
            command.getErr()
                    .println("Maybe \"" + command.getCommandSpec().qualifiedName()
                            + " --help\" tells what is possible.");
        }
        return WRONG_USE;
    }

    private static String unmatched(UnmatchedArgumentException wrong, CommandLine command) {
        String word = wrong.getUnmatched().get(0);
        if (word.startsWith("-")) {
            return "There is no option \"" + word + "\".";
        }
        if (command.getSubcommands().isEmpty()) {
            return "\"" + word + "\" is one word too many.";
        }
        return "There is no verb \"" + word + "\"."
                + Nearest.to(word, command.getSubcommands().keySet())
                        .map(verb -> "\nMaybe \"" + verb + "\" was meant.")
                        .orElse("");
    }

    private static int broken(Exception fault, CommandLine command) {
        if (fault instanceof ServerCall.Failed failed) {
            command.getErr().println(fault.getMessage());
            return failed.isWrongUse() ? WRONG_USE : FINDINGS;
        }
        if (fault instanceof NoSuchFileException missing) {
            command.getErr().println("There is no file \"" + missing.getFile() + "\".\nMaybe the path is wrong.");
            return WRONG_USE;
        }
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            command.getErr().println(fault.getMessage() + "\nMaybe the disk or the permissions say more.");
            return WRONG_USE;
        }
        fault.printStackTrace(command.getErr());
        return BROKEN;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SiyuCommand.class.getPackage().getImplementationVersion();
            return new String[] {"siyu " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
