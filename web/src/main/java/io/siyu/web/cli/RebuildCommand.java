package io.siyu.web.cli;

import io.siyu.partition.redis.RedisRebuild.Found;
import io.siyu.web.copy.HouseRebuild;
import io.siyu.web.copy.HouseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu rebuild}: decides again what a stopped house held, tells what is other, and puts back what was lost. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Decides again, from snapshots and archive, what each partition of a house that no server runs must hold,",
            "and tells whether Redis holds the same. Changes nothing unless --write is given.",
            "Exit code 0: it does, or what was lost was put back. 1: it does not."
        })
public final class RebuildCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "Data directory (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    @Option(names = "--partition", paramLabel = "N", description = "Look at this one only; may be repeated.")
    private List<Integer> partitions = List.of();

    @Option(names = "--whole", description = "Decide from the first entry, instead of from the newest snapshots.")
    private boolean whole;

    @Option(
            names = "--write",
            description = "Put back states that Redis lost; what is there is never replaced. Export the house before.")
    private boolean write;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireFrom0();
        RebuildReport report = new RebuildReport(write);
        return Copying.orRefused(spec, () -> {
            HouseRebuild.Asked asked = new HouseRebuild.Asked(partitions, whole, write);
            new HouseRebuild(HouseSettings.read(home), asked).run(new Telling(report));
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? report.json() : report.summary());
            out.flush();
            return report.isWell() ? 0 : 1;
        });
    }

    private void requireFrom0() {
        partitions.stream().filter(partition -> partition < 0).findFirst().ifPresent(partition -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "--partition (" + partition + ") must not be negative.\nMaybe leave it out for all.");
        });
    }

    /** Tells a person of each partition at once. */
    private final class Telling implements HouseRebuild.Witness {
        private final RebuildReport report;

        Telling(RebuildReport report) {
            this.report = report;
        }

        @Override
        public void begins(int all) {
            for (int partition : partitions) {
                if (partition >= all) {
                    throw new ParameterException(
                            spec.commandLine(),
                            "This house has no partition (" + partition + ").\nMaybe one from 0 to " + (all - 1)
                                    + " was meant.");
                }
            }
        }

        @Override
        public void found(Found found) {
            tell(report.add(found));
        }

        @Override
        public void broken(int partition, String reason) {
            tell(report.broken(partition, reason));
        }

        private void tell(String line) {
            if (!json && !line.isEmpty()) {
                spec.commandLine().getOut().println(line);
                spec.commandLine().getOut().flush();
            }
        }
    }
}
