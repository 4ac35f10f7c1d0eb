package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Durations;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Unseen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet; every fault of every cell is told at once. */
final class GridReader {

    private static final int MOST_DAYS = 92;
    private static final Pattern AMOUNT = Pattern.compile("^[¥￥$€£]?\\s*([0-9]+(?:[.][0-9]+)?)\\s*元?$");

    private final Sheet sheet;
    private final Faults faults;
    private final Headings headings;
    private final @Nullable LocalDate start;
    private final List<Dated> rows = new ArrayList<>();

    private record Dated(Row row, DayCell day) {}

    /** @param start day 1 as far as it is known; dates of no year lie near it */
    private GridReader(Sheet sheet, Headings headings, @Nullable LocalDate start, Faults faults) {
        this.sheet = sheet;
        this.headings = headings;
        this.start = start;
        this.faults = faults;
    }

    /** The grid in a sheet; to be used only when no fault was added. */
    static Grid read(Sheet sheet, Headings headings, Cadence known, Faults faults) {
        GridReader reader = new GridReader(sheet, headings, known.start(), faults);
        reader.rows();
        return reader.grid(known);
    }

    /** Whether the sheet is small enough to be looked at. */
    static boolean fits(Sheet sheet, Faults faults) {
        int most = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        if (sheet.rows().size() > Sheet.MOST_ROWS || most > Sheet.MOST_COLUMNS) {
            faults.add(new Diagnostic(
                    sheet.name(),
                    0,
                    0,
                    "grid.size",
                    "The sheet has " + sheet.rows().size() + " rows and " + most + " columns; the most are "
                            + Sheet.MOST_ROWS + " and " + Sheet.MOST_COLUMNS
                            + ".\nMaybe it holds more than the plan."));
            return false;
        }
        return true;
    }

    private void rows() {
        DayCell carried = null;
        for (int row = headings.row() + 1; row < sheet.rows().size(); row++) {
            if (sheet.rows().get(row).stream().allMatch(String::isBlank)) {
                continue;
            }
            carried = day(row, carried);
            Map<Heading, String> cells = new TreeMap<>();
            for (Heading heading : headings.columns().keySet()) {
                cells.put(heading, plain(row, heading));
            }
            moment(row, cells);
            audience(row, cells);
            rows.add(new Dated(new Row(row, cells), carried == null ? new DayCell(1, null) : carried));
        }
        if (rows.isEmpty()) {
            faults.add(new Diagnostic(
                    sheet.name(),
                    0,
                    0,
                    "grid.empty",
                    "No row follows the headings.\nMaybe the plan's rows were not copied."));
        }
    }

    private @Nullable DayCell day(int row, @Nullable DayCell carried) {
        String cell = headings.cell(sheet, row, Heading.DAY);
        if (cell.isEmpty() && carried != null) {
            return carried;
        }
        Optional<DayCell> day = DayCell.read(cell, start);
        if (day.isEmpty() && headings.has(Heading.DAY)) {
            String said = cell.isEmpty() ? "the first row has no day" : "\"" + cell + "\" is no day";
            String advice = start == null ? "2026-11-04" : start.toString();
            fault(row, Heading.DAY, "grid.day", said + ".\nMaybe \"1\", \"第1天\" or \"" + advice + "\".");
        }
        if (day.isPresent()
                && carried != null
                && (carried.date() == null) != (day.get().date() == null)) {
            fault(
                    row,
                    Heading.DAY,
                    "grid.day-mixed",
                    "dates and numbers of days do not go together.\nMaybe write dates only.");
        }
        return day.orElse(carried);
    }

    private String plain(int row, Heading heading) {
        String cell = headings.cell(sheet, row, heading).replace("\r\n", "\n").replace('\u00A0', ' ');
        if (cell.length() > Sheet.MOST_CHARACTERS) {
            fault(
                    row,
                    heading,
                    "grid.cell-size",
                    "the cell has more than " + Sheet.MOST_CHARACTERS + " characters.\nMaybe shorten it.");
        }
        if (cell.codePoints().anyMatch(GridReader::isOdd)) {
            fault(
                    row,
                    heading,
                    "grid.character",
                    "a character in it cannot be shown.\nMaybe type the cell again instead of copying it.");
        }
        return switch (heading.column()) {
            case VALUE -> AMOUNT.matcher(cell).replaceAll("$1");
            case EXPIRES -> LengthCell.read(cell).map(Durations::text).orElse(cell);
            default -> cell;
        };
    }

    private static boolean isOdd(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        return control
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || Unseen.is(character)
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    /** The time and how long it is open, which may stand in one cell or in two. */
    private void moment(int row, Map<Heading, String> cells) {
        String at = cells.getOrDefault(Heading.AT, "");
        String window = cells.getOrDefault(Heading.WINDOW, "");
        Optional<TimeCell> time = TimeCell.read(at.isEmpty() ? window : at);
        if (time.isEmpty()) {
            String said = at.isEmpty() ? "the row has no time" : "\"" + at + "\" is no time of day";
            fault(row, Heading.AT, "grid.time", said + ".\nMaybe \"10:00\", \"10点\" or \"10:00-14:00\".");
            return;
        }
        String from = time.get().from().toString();
        cells.put(Heading.AT, from);
        Optional<Duration> open = time.get().window().or(() -> window(window, time.get()));
        if (open.isEmpty()) {
            String said = window.isEmpty() || at.isEmpty()
                    ? "nothing says until when the step may begin"
                    : "\"" + window + "\" is no window from " + from;
            String advice = from + "-" + time.get().from().plusHours(4);
            fault(row, Heading.WINDOW, "grid.window", said + ".\nMaybe \"4h\", or \"" + advice + "\" as its time.");
            return;
        }
        cells.put(Heading.WINDOW, Durations.text(open.get()));
    }

    private static Optional<Duration> window(String cell, TimeCell time) {
        Optional<Duration> length = LengthCell.read(cell);
        return length.isPresent()
                ? length
                : TimeCell.read(cell)
                        .filter(span -> span.from().equals(time.from()))
                        .flatMap(TimeCell::window);
    }

    private void audience(int row, Map<Heading, String> cells) {
        if (!cells.containsKey(Heading.AUDIENCE)) {
            return;
        }
        String cell = cells.getOrDefault(Heading.AUDIENCE, "");
        Optional<String> audience = AudienceCell.read(cell);
        if (audience.isEmpty()) {
            // why: a text for a community that goes to every member is worse than a question
            String said = cell.isEmpty() ? "nobody is named" : "\"" + cell + "\" is no audience";
            fault(row, Heading.AUDIENCE, "grid.audience", said + ".\n" + AudienceCell.maybe(cell));
        }
        cells.put(Heading.AUDIENCE, audience.orElse(cell));
    }

    private Grid grid(Cadence known) {
        LocalDate first = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.day().date()).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate last = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.day().date()).stream())
                .max(LocalDate::compareTo)
                .orElse(null);
        LocalDate begin = first == null || last == null ? null : known.holds(first, last) ? known.start() : first;
        List<Row> counted = new ArrayList<>();
        for (Dated row : rows) {
            counted.add(row.row().with(Heading.DAY, String.valueOf(number(row, begin))));
        }
        return new Grid(begin, headings.columns().keySet(), counted);
    }

    private long number(Dated row, @Nullable LocalDate begin) {
        LocalDate date = row.day().date();
        long number = date == null || begin == null ? row.day().number() : date.toEpochDay() - begin.toEpochDay() + 1;
        if (number < 1 || number > MOST_DAYS) {
            fault(
                    row.row().number(),
                    Heading.DAY,
                    "grid.day",
                    "a plan has the days 1 to " + MOST_DAYS + ", and this is day " + number
                            + ".\nMaybe the year or the month is wrong.");
        }
        return number;
    }

    private void fault(int row, Heading heading, String code, String message) {
        faults.add(headings.place(sheet, row, heading).fault(code, message));
    }
}
