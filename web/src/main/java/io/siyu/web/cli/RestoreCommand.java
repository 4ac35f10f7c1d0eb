package io.siyu.web.cli;

import io.siyu.web.copy.HouseRestore;
import io.siyu.web.copy.HouseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu restore}: puts an export into an empty home, Redis and database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts what \"siyu export\" wrote into a home, a Redis and a database that are empty.",
            "Looks through the whole export first. Put the house.key of that house into the home before."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "DIR", description = "The export.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path directory;

    @Option(names = "--home", paramLabel = "DIR", description = "Data directory (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    @Option(
            names = "--without-personal-data",
            description = "Leave personal data out, for an export whose keys.jsonl.gz or house.key is gone.")
    private boolean withoutPersonal;

    @Override
    public Integer call() throws IOException {
        return Copying.told(spec, () -> {
            HouseRestore.Told told = new HouseRestore(HouseSettings.read(home), directory, !withoutPersonal).run();
            return String.format(
                    Locale.ROOT,
                    "Restored %,d keys and %,d rows, as they were on %s. \"siyu serve\" goes on from there.",
                    told.keys(),
                    told.rows(),
                    told.made());
        });
    }
}
