package io.siyu.playbook.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What taking a grid over would change.
 *
 * @param start the first day before and after; empty when it stays
 * @param steps those that are not the same, in the order of the grid, removed ones last
 * @param reordered whether only their order in the file differs, which decides nothing
 */
public record GridDiff(List<String> start, List<Change> steps, boolean reordered) {

    private static final List<Column> MOMENT = List.of(Column.DAY, Column.AT, Column.WINDOW);

    public GridDiff {
        start = List.copyOf(start);
        steps = List.copyOf(steps);
    }

    /** What becomes of a step. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        CHANGED
    }

    /**
     * One step that is not the same.
     *
     * @param step its id
     * @param day on which it stands, or stood
     * @param cells what differs; all of it for a step that is new or gone
     */
    public record Change(Kind kind, String step, String day, List<Cell> cells) {
        public Change {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell that is not the same.
     *
     * @param column such as {@code time} or {@code text en}
     * @param before empty when there was nothing
     * @param after empty when nothing is left
     */
    public record Cell(String column, String before, String after) {

        /** The same in the words of a language: {@code zh}, else English. */
        public Cell in(String language) {
            Heading heading = Heading.read(column).orElse(Heading.STEP);
            boolean audience = heading.equals(Heading.AUDIENCE);
            return new Cell(
                    heading.word(language),
                    audience ? AudienceCell.word(before, language) : before,
                    audience ? AudienceCell.word(after, language) : after);
        }
    }

    /** Whether nothing would change. */
    public boolean isEmpty() {
        return start.isEmpty() && steps.isEmpty() && !reordered;
    }

    /** How many steps become this. */
    public long count(Kind kind) {
        return steps.stream().filter(change -> change.kind() == kind).count();
    }

    static GridDiff of(List<Row> before, Grid after, @Nullable LocalDate start) {
        Map<String, Row> gone = new LinkedHashMap<>();
        before.forEach(step -> gone.put(step.step(), step));
        List<Change> steps = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Row row : after.rows()) {
            Row step = gone.remove(row.step());
            kept.addAll(step == null ? List.of() : List.of(row.step()));
            List<Cell> cells = cells(step == null ? nothing() : step, row);
            if (!cells.isEmpty()) {
                steps.add(new Change(step == null ? Kind.ADDED : kind(step, row), row.step(), day(row), cells));
            }
        }
        gone.values()
                .forEach(step -> steps.add(new Change(Kind.REMOVED, step.step(), day(step), cells(step, nothing()))));
        List<String> order =
                before.stream().map(Row::step).filter(kept::contains).toList();
        return new GridDiff(starts(start, after.start()), steps, !order.equals(kept));
    }

    private static List<String> starts(@Nullable LocalDate before, @Nullable LocalDate after) {
        return after == null || after.equals(before)
                ? List.of()
                : List.of(before == null ? "" : before.toString(), after.toString());
    }

    private static Row nothing() {
        return new Row(-1, Map.of());
    }

    private static String day(Row row) {
        return row.cell(Heading.DAY);
    }

    private static Kind kind(Row step, Row row) {
        boolean otherwise = headings(step, row).stream()
                .filter(heading -> !MOMENT.contains(heading.column()))
                .anyMatch(heading -> !row.isSame(heading, step));
        return otherwise ? Kind.CHANGED : Kind.MOVED;
    }

    private static List<Cell> cells(Row step, Row row) {
        return headings(step, row).stream()
                .filter(heading -> !heading.equals(Heading.STEP) && !row.isSame(heading, step))
                .map(heading -> new Cell(heading.word("en"), step.cell(heading), row.cell(heading)))
                .toList();
    }

    private static TreeSet<Heading> headings(Row step, Row row) {
        TreeSet<Heading> headings = new TreeSet<>(step.cells().keySet());
        headings.addAll(row.cells().keySet());
        return headings;
    }
}
