package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A decision table of a workbook, as the CSV a spreadsheet would save: a line for each row, so that rows keep their numbers. */
public final class RuleTable {

    /** What a playbook is told that is read where no spreadsheets are. */
    static final RuleWorkbooks NONE = (file, bytes, faults) -> {
        String wrong = "The workbook (" + file + ") is not read here.";
        faults.add(new Diagnostic(file, 0, 0, "table.workbook", wrong + "\nMaybe save the table as \"CSV UTF-8\"."));
        return Optional.empty();
    };

    private RuleTable() {}

    static Optional<Source> source(String file, byte[] bytes, RuleWorkbooks workbooks, Faults faults) {
        return workbooks.read(file, bytes, faults).map(rows -> new Source(file, csv(rows), List.of()));
    }

    /** The rows as CSV. */
    public static String csv(List<List<String>> rows) {
        return rows.stream().map(RuleTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RuleTable::quoted).collect(Collectors.joining(",")) + "\n";
    }

    // why: a cell may have lines of its own, a line of CSV is a row
    private static String quoted(String cell) {
        String text = cell.replaceAll("\\R", " ");
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',') && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
