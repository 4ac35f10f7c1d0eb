package io.siyu.rule.drools.table;

import io.siyu.campaign.Nearest;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the four rows below {@code RuleTable}: what columns are for, patterns, snippets, and labels. */
final class Header {

    private static final int KINDS = 0;
    private static final int OBJECTS = 1;
    private static final int SNIPPETS = 2;
    private static final int LABELS = 3;
    private static final Pattern NO_GAP = Pattern.compile("(?!)()");
    private static final List<String> WORDS = List.of("CONDITION", "ACTION", "NAME", "PRIORITY", "DESCRIPTION");

    private final Sheet sheet;
    private final Cell start;
    private final DrlFaults faults;
    private final List<Column> columns = new ArrayList<>();
    private final Set<Integer> headed;
    private final boolean readable;
    private final boolean sound;

    /** Reads the header of the table that starts in a cell. */
    Header(Sheet sheet, Cell start, DrlFaults faults) {
        this.sheet = sheet;
        this.start = start;
        this.faults = faults;
        this.readable = IntStream.rangeClosed(KINDS, LABELS).noneMatch(row -> sheet.isUnreadable(start.row() + row));
        this.headed =
                readable ? cells(KINDS).stream().map(Cell::column).collect(Collectors.toUnmodifiableSet()) : Set.of();
        int before = faults.size();
        if (readable) {
            read();
        }
        this.sound = readable && faults.size() == before;
    }

    private void read() {
        cells(KINDS).forEach(this::column);
        for (int row = OBJECTS; row <= SNIPPETS; row++) {
            cells(row).stream().filter(cell -> !heads(cell)).forEach(this::headless);
        }
    }

    /** Whether its rows have no fault that makes any other told of the table a guess. */
    boolean isReadable() {
        return readable;
    }

    /** The columns that can be read, from the left. */
    List<Column> columns() {
        return columns;
    }

    /** Whether it has no fault. */
    boolean isSound() {
        return sound;
    }

    /** The index of the table's first row that is a rule. */
    int end() {
        return start.row() + LABELS + 1;
    }

    /** What people call the columns. */
    Map<Integer, String> labels() {
        return cells(LABELS).stream().collect(Collectors.toMap(Cell::column, Cell::text));
    }

    /** Whether something is said of what the column of a cell is for. */
    boolean heads(Cell cell) {
        return headed.contains(cell.column());
    }

    private List<Cell> cells(int row) {
        return sheet.filled(start.row() + row, start.column());
    }

    private Optional<Cell> cell(int row, int column) {
        return cells(row).stream().filter(cell -> cell.column() == column).findFirst();
    }

    private void headless(Cell cell) {
        String wrong = "Above this cell nothing says what the column is for.";
        faults.add(
                cell.place(), "table.column", wrong, "write CONDITION, ACTION, NAME, PRIORITY or DESCRIPTION there.");
    }

    private void column(Cell header) {
        Optional<Kind> kind = Kind.of(header.text());
        if (kind.isEmpty() || !kind.get().isRead()) {
            String wrong = "\"" + header.text() + "\" is no column that is read.";
            faults.add(
                    header.place(),
                    "table.column",
                    wrong,
                    kind.map(Kind::instead).orElseGet(() -> meant(header)));
        } else if (kind.get().hasTemplate()) {
            Optional<Cell> object = object(header);
            Optional<Snippet> snippet = snippet(header, kind.get(), object.isPresent());
            columns.add(new Column(kind.get(), header.column(), object, snippet));
        } else {
            plain(header, kind.get());
        }
    }

    private static String meant(Cell header) {
        boolean otherwise = header.text().contains(";") || header.text().contains("\t");
        return otherwise
                ? "save the table with commas between its cells."
                : Nearest.maybe(header.text(), WORDS).substring("Maybe ".length());
    }

    private void plain(Cell header, Kind kind) {
        if (columns.stream().anyMatch(column -> column.kind() == kind)) {
            String wrong = "A table has one column " + kind.word() + ".";
            faults.add(header.place(), "table.column", wrong, "leave one of them out.");
        }
        cell(OBJECTS, header.column()).or(() -> cell(SNIPPETS, header.column())).ifPresent(this::misplaced);
        columns.add(new Column(kind, header.column(), Optional.empty(), Optional.empty()));
    }

    private void misplaced(Cell cell) {
        String wrong = "The cells of this column are taken as they are.";
        faults.add(cell.place(), "table.column", wrong, "leave this cell empty.");
    }

    /** The pattern of a column, which it may share with those to its left; what is wrong with it is told. */
    private Optional<Cell> object(Cell header) {
        return cell(OBJECTS, header.column()).map(cell -> {
            Cell named = cell.isMerged() ? cell.part(0, cell.text().length() - "...".length()) : cell;
            Optional<Column> left = columns.stream()
                    .filter(column -> column.index() == header.column() - 1)
                    .findFirst();
            Optional<Cell> beside = cell(OBJECTS, header.column() - 1).filter(Cell::isMerged);
            if (cell.isMerged() && beside.isPresent()) {
                return left.flatMap(Column::object)
                        .filter(same -> isSame(beside.get(), cell))
                        .orElse(named);
            }
            checkObject(named);
            return named;
        });
    }

    private boolean isSame(Cell left, Cell cell) {
        boolean same = left.text().equals(cell.text());
        if (!same) {
            String wrong = "A cell that ends in \"...\" is one with the cell to its left, which says otherwise.";
            faults.add(cell.place(), "table.merged", wrong, "write \"" + left.text() + "\".");
        }
        return same;
    }

    private void checkObject(Cell object) {
        if (object.text().contains("$")) {
            String wrong = "In this row stands the event, not a condition with a value.";
            faults.add(
                    object.place(), "table.column", wrong, "a row is missing above the conditions; it may be empty.");
        } else {
            Template.read(object.text(), object.origin(), NO_GAP, faults);
        }
    }

    private Optional<Snippet> snippet(Cell header, Kind kind, boolean hasObject) {
        Optional<Cell> cell = cell(SNIPPETS, header.column());
        if (cell.isEmpty()) {
            String wrong = "The column has no " + (kind == Kind.CONDITION ? "condition" : "action") + ".";
            String example = kind == Kind.CONDITION ? "total >= $param" : "propose.tag(\"$param\");";
            faults.add(header.place(), "table.column", wrong, "write " + example + " two rows below.");
            return Optional.empty();
        }
        return Snippet.read(cell.get(), hasObject && kind == Kind.CONDITION, faults);
    }
}
