package io.siyu.web.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** What the cells of a workbook say, as a person reads them there. */
final class WorkbookCells {

    /** Built-in formats of dates that name no pattern, those of Chinese spreadsheets among them. */
    private static final List<Integer> DATES =
            List.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final List<Integer> TIMES = List.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}([.][0-9]{1,18})?");
    private static final LocalDateTime FIRST = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final long SECONDS = 86_400;

    private WorkbookCells() {}

    static List<String> texts(String name, Row row, Faults faults) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            // why: a cell of nothing but a colour may stand far to the right
            if (cell != null && cell.getColumnIndex() <= Sheet.MOST_COLUMNS && cell.getType() != CellType.EMPTY) {
                while (texts.size() < cell.getColumnIndex()) {
                    texts.add("");
                }
                texts.add(text(name, row, cell, faults));
            }
        }
        return texts;
    }

    private static String text(String name, Row row, Cell cell, Faults faults) {
        if (cell.getType() == CellType.ERROR) {
            faults.add(new Diagnostic(
                    name,
                    row.getRowNum(),
                    cell.getColumnIndex() + 1,
                    "grid.formula",
                    "Cell " + cell.getAddress() + ": its formula has no value.\nMaybe paste the value instead."));
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.asBoolean());
        }
        String text = Objects.requireNonNullElse(cell.getText(), "");
        boolean counted =
                cell.getType() == CellType.FORMULA && NUMBER.matcher(text).matches();
        if (cell.getType() == CellType.NUMBER || counted) {
            return number(cell, counted ? new BigDecimal(text) : cell.asNumber());
        }
        return SheetText.meant(text);
    }

    private static String number(Cell cell, BigDecimal number) {
        boolean time = isOf(cell, TIMES, "h");
        boolean date = isOf(cell, DATES, "yd");
        if (time && number.compareTo(BigDecimal.ONE) < 0) {
            return rounded(moment(cell, number).toLocalTime());
        }
        if (date || time) {
            LocalDateTime moment = moment(cell, number);
            return time
                    ? moment.toLocalDate() + " " + rounded(moment.toLocalTime())
                    : moment.toLocalDate().toString();
        }
        return number.stripTrailingZeros().toPlainString();
    }

    private static LocalDateTime moment(Cell cell, BigDecimal number) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asDate();
        }
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return FIRST.plusSeconds(seconds);
    }

    /** why: a part of a day in binary is a hair off the minute */
    private static String rounded(LocalTime time) {
        return time.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static boolean isOf(Cell cell, List<Integer> ids, String letters) {
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("general")) {
            Integer id = cell.getDataFormatId();
            return id != null && ids.contains(id);
        }
        String pattern = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return pattern.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }
}
