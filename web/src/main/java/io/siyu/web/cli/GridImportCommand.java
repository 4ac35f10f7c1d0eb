package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.playbook.grid.GridImport;
import io.siyu.playbook.grid.Sheet;
import io.siyu.web.grid.Workbooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu grid import}: what a spreadsheet would change in a campaign, and taking it over. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what the cells of a spreadsheet would change in a campaign laid out over days, step by step.",
            "With --take the campaign's file becomes so; one that does not exist yet is begun.",
            "Exit code 0: told, or taken over. 1: the cells have faults, and nothing was written."
        })
public final class GridImportCommand implements Callable<Integer> {

    private static final String FOLDER = "campaigns";

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "GRID", description = "The cells: .xlsx, CSV, or text with tabs.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path grid;

    @Option(names = "--campaign", required = true, paramLabel = "FILE", description = "The campaign's file.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path campaign;

    @Option(names = "--start", paramLabel = "DATE", description = "Day 1 of a campaign begun by numbers of days.")
    private @Nullable LocalDate start;

    @Option(names = "--name", paramLabel = "TEXT", description = "What people call a campaign that is begun.")
    private String name = "";

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "Of a campaign that is begun, where no row names one (default: phone).")
    private String channel = "phone";

    @Option(names = "--take", description = "Write the campaign's file.")
    private boolean take;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Faults faults = new Faults();
        Optional<Sheet> sheet = Workbooks.read(grid.toString(), Files.readAllBytes(grid), faults);
        if (sheet.isEmpty() || !faults.isEmpty()) {
            return refused(faults.sorted(), out);
        }
        GridImport read = read(sheet.get());
        List<Diagnostic> told = read.faults().isEmpty() ? checked(read) : read.faults();
        if (!told.isEmpty()) {
            return refused(told, out);
        }
        GridDiffLines.of(read.diff()).forEach(out::println);
        if (take && !read.diff().isEmpty()) {
            write(read.text());
            out.println("Taken over into " + campaign + ".");
        } else if (!read.diff().isEmpty()) {
            out.println("Nothing was written.\nMaybe \"--take\" when it is what you mean.");
        }
        out.flush();
        return 0;
    }

    private static int refused(List<Diagnostic> faults, PrintWriter out) {
        faults.forEach(fault -> out.println(FaultLines.line(Path.of(""), fault)));
        out.println(FaultLines.count(faults) + " Nothing was written.");
        out.flush();
        return SiyuCommand.FINDINGS;
    }

    private GridImport read(Sheet sheet) throws IOException {
        return Files.exists(campaign)
                ? GridImport.into(path(), Files.readString(campaign), sheet)
                : GridImport.begin(new GridImport.Beginning(path(), id(), name, start, channel), sheet);
    }

    /** The faults the campaign would have in its playbook; none are known of a file outside of one. */
    private List<Diagnostic> checked(GridImport read) {
        Path folder = campaign.toAbsolutePath().normalize().getParent();
        Path playbook = folder == null || !folder.endsWith(FOLDER) ? null : folder.getParent();
        if (playbook == null || !Files.exists(playbook.resolve("settings.yaml"))) {
            return List.of();
        }
        Playbook changed =
                PlaybookDirectory.read(playbook).with(path(), read.text().getBytes(StandardCharsets.UTF_8));
        return Playbooks.reader().read(changed).diagnostics().stream()
                .filter(fault -> fault.file().equals(path()))
                .map(read::told)
                .toList();
    }

    private String path() {
        return FOLDER + "/" + campaign.getFileName();
    }

    private String id() {
        return String.valueOf(campaign.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** why: whoever reads the playbook meanwhile sees the old file or the new one, never half of it */
    private void write(String text) throws IOException {
        Path beside = campaign.resolveSibling("." + campaign.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, campaign, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
