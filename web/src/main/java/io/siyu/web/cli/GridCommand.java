package io.siyu.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu grid}: a campaign laid out over days as a spreadsheet. */
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        subcommands = {GridExportCommand.class, GridImportCommand.class},
        synopsisSubcommandLabel = "(export | import)",
        description = "Writes a campaign laid out over days as a spreadsheet, and takes one over.")
public final class GridCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Either export or import.\nMaybe \"siyu grid export campaigns/sale.yaml\".");
    }
}
