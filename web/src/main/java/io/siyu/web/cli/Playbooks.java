package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.grid.TableWorkbooks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Playbook directories named on the command line, made into editions. */
public final class Playbooks {
    private Playbooks() {}

    /** The reader every offline verb uses. */
    public static PlaybookReader reader() {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of, TableWorkbooks::read);
    }

    /** The playbook in a directory that was named on the command line. */
    static Playbook directory(CommandSpec spec, Path directory) {
        try {
            return PlaybookDirectory.read(directory);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    /** The editions of these directories; empty, with all faults printed, if one has any. */
    public static Optional<List<Edition>> editions(List<Path> directories, PrintWriter err) {
        return editions(directories, PlaybookDirectory::read, err);
    }

    /** The same of directories that were named on the command line. */
    static Optional<List<Edition>> editions(List<Path> directories, CommandSpec spec) {
        return editions(
                directories, named -> directory(spec, named), spec.commandLine().getErr());
    }

    private static Optional<List<Edition>> editions(
            List<Path> directories, Function<Path, Playbook> playbooks, PrintWriter err) {
        List<Edition> editions = new ArrayList<>();
        boolean sound = true;
        for (Path directory : directories) {
            Reading reading = reader().read(playbooks.apply(directory));
            for (Diagnostic fault : reading.diagnostics()) {
                err.println(directory + "/" + fault);
                sound = false;
            }
            reading.draft().ifPresent(editions::add);
        }
        err.flush();
        return sound ? Optional.of(editions) : Optional.empty();
    }
}
