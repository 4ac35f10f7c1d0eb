package io.siyu.playbook.grid;

import io.siyu.playbook.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A campaign's steps as a sheet. */
public final class GridExport {

    private static final List<Column> ALWAYS =
            List.of(Column.STEP, Column.DAY, Column.AT, Column.WINDOW, Column.CHANNEL, Column.AUDIENCE);

    private GridExport() {}

    /**
     * The sheet of a campaign's file; empty, with a fault, when it is not laid out over days.
     *
     * @param language of the headings and audiences: {@code zh}, else English
     */
    public static Optional<Sheet> of(String file, String campaign, String language, Faults faults) {
        return CampaignFile.read(file, campaign, faults).map(read -> sheet(read, language));
    }

    private static Sheet sheet(CampaignFile campaign, String language) {
        List<Row> rows = campaign.rows();
        TreeSet<Heading> headings = new TreeSet<>();
        ALWAYS.forEach(column -> headings.add(Heading.of(column)));
        rows.forEach(row -> row.cells().forEach((heading, cell) -> {
            if (!cell.isEmpty()) {
                headings.add(heading);
            }
        }));
        if (headings.stream().noneMatch(Heading::isText)) {
            headings.add(Heading.of(Column.TEXT));
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(headings.stream().map(heading -> heading.word(language)).toList());
        for (Row row : rows) {
            cells.add(headings.stream()
                    .map(heading -> cell(row, heading, language))
                    .toList());
        }
        return new Sheet("grid", cells);
    }

    private static String cell(Row row, Heading heading, String language) {
        String cell = row.cell(heading);
        return heading.equals(Heading.AUDIENCE) ? AudienceCell.word(cell, language) : cell;
    }
}
