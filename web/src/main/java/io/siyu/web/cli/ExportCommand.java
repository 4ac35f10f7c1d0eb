package io.siyu.web.cli;

import io.siyu.web.copy.HouseExport;
import io.siyu.web.copy.HouseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu export}: copies a whole house into a directory while no server runs it. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Copies a whole house that no server runs into a new directory: Redis, database and archive.",
            "keys.jsonl.gz opens its personal data, together with the house.key of the home; keep it apart."
        })
public final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "DIR", description = "Where the export goes: new, or empty.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path directory;

    @Option(names = "--home", paramLabel = "DIR", description = "Data directory (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        return Copying.told(spec, () -> {
            HouseExport.Told told =
                    new HouseExport(HouseSettings.read(home), directory, version(), Clock.systemUTC()).run();
            return String.format(
                    Locale.ROOT,
                    "Exported %,d keys of %d partitions, %,d rows and %,d files of the archive to %s.",
                    told.keys(),
                    told.partitions(),
                    told.rows(),
                    told.archived(),
                    directory);
        });
    }

    private static String version() {
        String version = SiyuCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
