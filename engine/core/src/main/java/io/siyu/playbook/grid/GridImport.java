package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a sheet makes of a campaign, looked at before it is taken over. */
public final class GridImport {

    private final List<Diagnostic> faults;
    private final String text;
    private final GridDiff diff;
    private final UnaryOperator<Diagnostic> places;

    private GridImport(List<Diagnostic> faults, String text, GridDiff diff, UnaryOperator<Diagnostic> places) {
        this.faults = List.copyOf(faults);
        this.text = text;
        this.diff = diff;
        this.places = places;
    }

    /**
     * What a campaign that does not exist yet begins with.
     *
     * @param file its path in the playbook
     * @param name as people call it; the id when blank
     * @param start day 1; null when the grid has dates
     * @param channel of steps that name none
     */
    public record Beginning(
            String file, String id, String name, @Nullable LocalDate start, String channel) {}

    /** Lays a sheet over a campaign's file; rows of known steps keep their ids and all that the grid does not tell. */
    public static GridImport into(String file, String campaign, Sheet sheet) {
        Faults faults = new Faults();
        Optional<CampaignFile> before = CampaignFile.read(file, campaign, faults);
        return before.isPresent() && faults.isEmpty() && GridReader.fits(sheet, faults)
                ? laid(file, before.get(), sheet, faults)
                : failed(faults);
    }

    /** Makes a campaign of a sheet. */
    public static GridImport begin(Beginning beginning, Sheet sheet) {
        Faults faults = new Faults();
        return GridReader.fits(sheet, faults)
                ? into(beginning.file(), NewCampaign.of(beginning, sheet), sheet)
                : failed(faults);
    }

    /** What is wrong with the sheet; a sheet with faults changes nothing. */
    public List<Diagnostic> faults() {
        return faults;
    }

    /** The campaign's file as it would become. */
    public String text() {
        return text;
    }

    public GridDiff diff() {
        return diff;
    }

    /** A fault of the file it becomes, told where the sheet has it. */
    public Diagnostic told(Diagnostic fault) {
        return places.apply(fault);
    }

    private static GridImport failed(Faults faults) {
        return new GridImport(faults.sorted(), "", new GridDiff(List.of(), List.of(), false), UnaryOperator.identity());
    }

    private static GridImport laid(String file, CampaignFile before, Sheet sheet, Faults faults) {
        Headings headings = Headings.of(sheet, faults);
        if (!faults.isEmpty()) {
            return failed(faults);
        }
        languages(before, headings, sheet, faults);
        Cadence cadence = before.cadence();
        Grid read = GridReader.read(sheet, headings, cadence, faults);
        once(read, headings, sheet, faults);
        if (read.start() == null && cadence.start() == null) {
            faults.add(
                    headings.place(sheet, headings.row(), Heading.DAY)
                            .fault(
                                    "grid.start",
                                    "numbers of days need a first day.\nMaybe write dates, or say on which day the plan starts."));
        }
        if (!faults.isEmpty()) {
            return failed(faults);
        }
        List<Row> steps = before.rows();
        List<Row> named = Matching.of(steps, read.rows()).stream()
                .map(row -> channel(row, before))
                .toList();
        Grid grid = new Grid(read.start(), read.headings(), named);
        String text = before.with(grid);
        GridPlaces places = new GridPlaces(file, text, sheet, headings, named);
        return new GridImport(List.of(), text, GridDiff.of(steps, grid, cadence.start()), places::told);
    }

    /** A step that names no channel goes over the campaign's. */
    private static Row channel(Row row, CampaignFile before) {
        return row.cell(Heading.CHANNEL).isEmpty() ? row.with(Heading.CHANNEL, before.channel()) : row;
    }

    private static void languages(CampaignFile before, Headings headings, Sheet sheet, Faults faults) {
        Heading any = Heading.of(Column.TEXT);
        List<String> languages = before.languages().stream()
                .filter(language -> !language.isEmpty())
                .toList();
        boolean both =
                headings.columns().keySet().stream().filter(Heading::isText).count() > 1;
        if (headings.has(any) && (both || !languages.isEmpty())) {
            String written =
                    languages.isEmpty() ? "" : " The campaign has texts in " + String.join(", ", languages) + ".";
            faults.add(headings.place(sheet, headings.row(), any)
                    .fault(
                            "grid.language",
                            "the column says no language." + written
                                    + "\nMaybe \"text zh\" or \"text en\" was meant."));
        }
    }

    private static void once(Grid grid, Headings headings, Sheet sheet, Faults faults) {
        Map<String, Row> seen = new TreeMap<>();
        for (Row row : grid.rows()) {
            Row first = row.step().isEmpty() ? null : seen.putIfAbsent(row.step(), row);
            if (first != null) {
                faults.add(headings.place(sheet, row.number(), Heading.STEP)
                        .fault(
                                "grid.step-twice",
                                "the step \"" + row.step() + "\" is there already, in row " + (first.number() + 1)
                                        + ".\nMaybe leave the cell of the new one empty."));
            }
        }
    }
}
