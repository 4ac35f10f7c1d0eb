package io.siyu.web.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import java.util.List;
import java.util.Optional;

/** Decision tables in workbooks: the first sheet of an .xlsx, within the bounds of all sheets here. */
public final class TableWorkbooks {

    private TableWorkbooks() {}

    /** The cells as a person reads them there. */
    public static Optional<List<List<String>>> read(String file, byte[] bytes, Faults faults) {
        if (!Workbooks.isWorkbook(bytes)) {
            return refused(
                    file, faults, "workbook", "The file is no workbook.\nMaybe save it again as .xlsx, or as CSV.");
        }
        Faults found = new Faults();
        Optional<Sheet> sheet = Workbooks.read(file, bytes, found);
        found.sorted().forEach(fault -> faults.add(told(fault)));
        List<List<String>> rows = sheet.map(Sheet::rows).orElse(List.of());
        if (rows.size() > Sheet.MOST_ROWS) {
            String wrong = "The workbook has more than " + Sheet.MOST_ROWS + " rows.";
            return refused(
                    file, faults, "too-many", wrong + "\nMaybe save it as CSV, which may have 5,000, or split it.");
        }
        if (rows.stream().anyMatch(row -> row.size() > Sheet.MOST_COLUMNS)) {
            String wrong = "The workbook has more than " + Sheet.MOST_COLUMNS + " columns.";
            return refused(file, faults, "too-many", wrong + "\nMaybe write several tables below each other.");
        }
        return found.isEmpty() ? sheet.map(Sheet::rows) : Optional.empty();
    }

    private static Diagnostic told(Diagnostic fault) {
        String code = fault.code().replaceFirst("^grid", "table");
        String message = code.equals("table.size")
                ? "The workbook is larger than a table is.\nMaybe copy the table into a workbook of its own, or save it as CSV."
                : fault.message();
        return new Diagnostic(fault.file(), fault.line(), fault.column(), code, message);
    }

    private static Optional<List<List<String>>> refused(String file, Faults faults, String code, String message) {
        faults.add(new Diagnostic(file, 0, 0, "table." + code, message));
        return Optional.empty();
    }
}
