package io.siyu.web.cli;

import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.GridExport;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.grid.Workbooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu grid export}: the steps of a campaign as cells. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the steps of a campaign laid out over days as cells: printed with tabs between them, to be pasted,",
            "or into a file."
        })
public final class GridExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's file.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path campaign;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of the headings: zh, or en (default).")
    private String language = "en";

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write a workbook.")
    private @Nullable Path xlsx;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write CSV.")
    private @Nullable Path csv;

    @Override
    public Integer call() throws IOException {
        Faults faults = new Faults();
        Optional<Sheet> sheet = GridExport.of(campaign.toString(), Files.readString(campaign), language, faults);
        PrintWriter out = spec.commandLine().getOut();
        if (sheet.isEmpty()) {
            faults.sorted().forEach(fault -> out.println(FaultLines.line(Path.of(""), fault)));
            out.flush();
            return SiyuCommand.FINDINGS;
        }
        if (xlsx != null) {
            Files.write(xlsx, Workbooks.xlsx(sheet.get()));
        }
        if (csv != null) {
            Files.write(csv, SheetText.csv(sheet.get()));
        }
        if (xlsx == null && csv == null) {
            out.print(SheetText.tabs(sheet.get()));
        }
        out.flush();
        return 0;
    }
}
