package io.siyu.web.cli;

import io.siyu.playbook.grid.GridDiff;
import io.siyu.playbook.grid.GridDiff.Cell;
import io.siyu.playbook.grid.GridDiff.Change;
import io.siyu.playbook.grid.GridDiff.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a grid would change, as lines. */
final class GridDiffLines {

    private GridDiffLines() {}

    static List<String> of(GridDiff diff) {
        if (diff.isEmpty()) {
            return List.of("The campaign says the same already.");
        }
        List<String> lines = new ArrayList<>();
        if (!diff.start().isEmpty()) {
            lines.add("first day: " + told(diff.start().get(0)) + " -> "
                    + diff.start().get(1));
        }
        if (diff.reordered()) {
            lines.add("the order of the steps in the file changes, which decides nothing");
        }
        for (Change change : diff.steps()) {
            lines.add(word(change.kind()) + " " + change.step() + " (day " + change.day() + ")");
            change.cells().forEach(cell -> lines.add("    " + line(change.kind(), cell.in("en"))));
        }
        lines.add(Arrays.stream(Kind.values())
                .map(kind -> diff.count(kind) + " " + word(kind))
                .collect(Collectors.joining(", ", "", ".")));
        return lines;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String line(Kind kind, Cell cell) {
        return switch (kind) {
            case ADDED -> cell.column() + ": " + told(cell.after());
            case REMOVED -> cell.column() + ": " + told(cell.before());
            default -> cell.column() + ": " + told(cell.before()) + " -> " + told(cell.after());
        };
    }

    private static String told(String cell) {
        return cell.isEmpty() ? "nothing" : cell.replace("\n", "\\n");
    }
}
