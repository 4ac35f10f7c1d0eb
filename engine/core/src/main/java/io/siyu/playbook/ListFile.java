package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.MemberList;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.playbook.CsvFile.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a list of members: an id in each line, or a table with a column {@code member} or {@code 会员}. */
final class ListFile {

    /** So many faults of a file are told one by one. */
    private static final int TOLD = 20;

    private static final int LONGEST_ID = 200;
    private static final List<String> COLUMNS = List.of("member", "会员");

    private final String file;
    private final Faults faults;
    private final Faults warnings;
    private final MemberList.Builder list = new MemberList.Builder();
    private int[] lines = new int[1 << 6];
    private boolean begun;
    private int column;
    private int wrong;
    private int twice;

    private ListFile(String file, Faults faults, Faults warnings) {
        this.file = file;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** The list; ids with a fault are left out. Ids that stand twice are warned of. */
    static MemberList read(String file, byte[] bytes, Faults faults, Faults warnings) {
        ListFile reading = new ListFile(file, faults, warnings);
        CsvFile.read(file, bytes, faults, reading::row);
        reading.sum(reading.wrong, faults, "faults");
        reading.sum(reading.twice, warnings, "ids that stand twice");
        return reading.list.build();
    }

    private void row(List<Cell> cells) {
        if (!begun) {
            begun = true;
            column = header(cells);
            if (column >= 0) {
                return;
            }
            if (cells.size() > 1) {
                fault(
                        cells.get(0),
                        "column",
                        "The table has no column \"member\".\nMaybe name the column with the ids so, in the first line.");
            }
            column = 0;
        }
        if (column < cells.size() && !cells.get(column).text().isEmpty()) {
            member(cells.get(column));
        } else {
            fault(cells.get(0), "member", "The row names no member.\nMaybe delete it.");
        }
    }

    private static int header(List<Cell> cells) {
        List<String> names =
                cells.stream().map(cell -> cell.text().toLowerCase(Locale.ROOT)).toList();
        return COLUMNS.stream()
                .mapToInt(names::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private void member(Cell cell) {
        String id = id(cell);
        if (id.isEmpty()) {
            return;
        }
        int before = list.size();
        int number = list.add(id);
        if (list.size() == before) {
            twice++;
            if (twice <= TOLD) {
                warnings.add(diagnostic(
                        cell,
                        "twice",
                        "The member \"" + id + "\" stands in line " + lines[number]
                                + " already.\nMaybe delete one of the two; once is enough."));
            }
            return;
        }
        lines = number == lines.length ? Arrays.copyOf(lines, 2 * lines.length) : lines;
        lines[number] = cell.line();
        if (number == MemberList.MOST) {
            fault(
                    cell,
                    "too-long",
                    "A list holds at most " + MemberList.MOST + " members.\nMaybe a tag or a condition says the same.");
        }
    }

    /** The member's id; empty, with a fault, if it cannot be one. */
    private String id(Cell cell) {
        String text = cell.text();
        if (text.length() > LONGEST_ID || text.chars().anyMatch(c -> Character.isISOControl(c) || c == '"')) {
            fault(cell, "member", "This cannot be the id of a member.\nMaybe a quote is not closed.");
            return "";
        }
        try {
            Subject subject = Subject.parse(text);
            if (subject.kind() == SubjectKind.MEMBER) {
                return subject.id();
            }
            fault(
                    cell,
                    "member",
                    "\"" + text + "\" is no member but a " + subject.kind().word()
                            + ".\nMaybe write members' ids only.");
        } catch (IllegalArgumentException unknown) {
            fault(cell, "member", "\"" + text + "\" is no member.\nMaybe write the id alone, as events do.");
        }
        return "";
    }

    private void fault(Cell cell, String code, String message) {
        wrong++;
        if (wrong <= TOLD) {
            faults.add(diagnostic(cell, code, message));
        }
    }

    private Diagnostic diagnostic(Cell cell, String code, String message) {
        return new Diagnostic(file, cell.line(), cell.column(), "list." + code, message);
    }

    private void sum(int all, Faults told, String of) {
        if (all > TOLD) {
            told.add(new Diagnostic(
                    file,
                    0,
                    0,
                    "list.more",
                    "There are " + (all - TOLD) + " more " + of + ".\nMaybe the whole column is another one."));
        }
    }
}
