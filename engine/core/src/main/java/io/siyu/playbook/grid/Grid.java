package io.siyu.playbook.grid;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a plan.
 *
 * @param start day 1; null when the grid counts days and names no date
 * @param headings the columns there are
 */
record Grid(@Nullable LocalDate start, Set<Heading> headings, List<Row> rows) {

    Grid {
        headings = new TreeSet<>(headings);
        rows = List.copyOf(rows);
    }

    /** The last day a row stands on. */
    int lastDay() {
        return rows.stream()
                .map(row -> row.cell(Heading.DAY))
                .filter(day -> day.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(1);
    }
}
