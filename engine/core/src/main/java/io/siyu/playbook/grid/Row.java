package io.siyu.playbook.grid;

import io.siyu.campaign.Durations;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One step as a row of the grid, each cell in the words of the campaign file.
 *
 * @param number of the row in its sheet, from 0; -1 for a step of a file
 * @param cells what is known, blank where the step says nothing
 */
record Row(int number, Map<Heading, String> cells) {

    Row {
        cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    String step() {
        return cell(Heading.STEP);
    }

    String cell(Heading heading) {
        return cells.getOrDefault(heading, "");
    }

    /** The row with another cell. */
    Row with(Heading heading, String cell) {
        Map<Heading, String> changed = new TreeMap<>(cells);
        changed.put(heading, cell);
        return new Row(number, changed);
    }

    /** The row with the cells of another one where it has no column itself. */
    Row over(Row other) {
        Map<Heading, String> filled = new TreeMap<>(other.cells);
        filled.putAll(cells);
        return new Row(number, filled);
    }

    /** All its texts, one below the other. */
    String texts() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().isText())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }

    /** Whether a cell means the same in both, however it is written. */
    boolean isSame(Heading heading, Row other) {
        return meaning(heading).equals(other.meaning(heading));
    }

    private Object meaning(Heading heading) {
        String cell = cell(heading);
        return switch (heading.column()) {
            case VALUE -> amount(cell);
            case WINDOW, EXPIRES -> length(cell);
            default -> cell;
        };
    }

    private static Object amount(String cell) {
        try {
            return cell.isEmpty() ? cell : new BigDecimal(cell).stripTrailingZeros();
        } catch (NumberFormatException other) {
            return cell;
        }
    }

    private static Object length(String cell) {
        try {
            return cell.isEmpty() ? cell : Durations.parse(cell);
        } catch (IllegalArgumentException other) {
            return cell;
        }
    }
}
