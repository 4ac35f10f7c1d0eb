package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one row of a table as a rule. */
final class Row {

    private final Header header;
    private final List<Column> columns;
    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Cell first;
    private final MadeDrl drl;
    private final DrlFaults faults;

    /** @param cells those of the row that say something, at least one */
    Row(Header header, List<Cell> cells, MadeDrl drl, DrlFaults faults) {
        this.header = header;
        this.columns = header.columns();
        this.first = cells.get(0);
        this.drl = drl;
        this.faults = faults;
        cells.forEach(this::take);
    }

    private void take(Cell cell) {
        if (!header.heads(cell)) {
            String wrong = "Above this cell nothing says what the column is for.";
            faults.add(cell.place(), "table.column", wrong, "write it in the row below RuleTable, or empty the cell.");
        } else if (cell.isMerged()) {
            String wrong = "A cell that ends in \"...\" would be one with its neighbour.";
            faults.add(cell.place(), "table.merged", wrong, "write the value in each cell.");
        } else {
            cells.put(cell.column(), cell);
        }
    }

    /** Writes the rule as far as it is sound; false if nothing of it can be read. */
    boolean write(Cell table) {
        int before = faults.size();
        drl.ours("\nrule \"", first.place());
        name(table);
        drl.ours("\"", first.place());
        one(Kind.PRIORITY).ifPresent(this::priority);
        one(Kind.DESCRIPTION).ifPresent(this::description);
        drl.ours(" when", first.place());
        boolean asked = conditions();
        if (!asked && header.isSound() && faults.size() == before) {
            String wrong = "The row has no condition on its event, so it would answer every one.";
            faults.add(
                    first.place(),
                    "table.no-condition",
                    wrong,
                    "a cell was left empty; what is for all, write in a .drl file.");
        }
        drl.ours(" then", first.place());
        actions();
        return asked;
    }

    private Optional<Cell> one(Kind kind) {
        return columns.stream()
                .filter(column -> column.kind() == kind)
                .flatMap(column -> Optional.ofNullable(cells.get(column.index())).stream())
                .findFirst();
    }

    private void name(Cell table) {
        Optional<Cell> own = one(Kind.NAME).filter(name -> Template.isText(name.given(), faults));
        if (own.isPresent()) {
            drl.written(own.get().text(), own.get().origin());
        } else {
            drl.ours(table.text() + "_" + first.row(), first.place());
        }
    }

    private void priority(Cell priority) {
        if (Template.isValues(priority.given(), faults)) {
            drl.ours(" @priority(", priority.place());
            drl.value(priority.text(), priority.origin());
            drl.ours(")", priority.place());
        }
    }

    private void description(Cell description) {
        if (Template.isText(description.given(), faults)) {
            drl.ours(" @description(\"", description.place());
            drl.written(description.text(), description.origin());
            drl.ours("\")", description.place());
        }
    }

    /** Writes the patterns; false if the first one, which is the event, asks nothing. */
    private boolean conditions() {
        boolean asked = false;
        List<List<Column>> patterns = patterns();
        for (List<Column> pattern : patterns) {
            boolean written = pattern.get(0)
                    .object()
                    .map(object -> pattern(object, pattern))
                    .orElseGet(() -> fill(pattern.get(0), " "));
            asked |= written && pattern.equals(patterns.get(0));
        }
        return asked;
    }

    /** Columns that share a pattern; those that name none write theirs themselves, behind the others. */
    private List<List<Column>> patterns() {
        List<List<Column>> shared = new ArrayList<>();
        List<List<Column>> own = new ArrayList<>();
        for (Column column : columns) {
            if (column.kind() != Kind.CONDITION) {
                continue;
            }
            Optional<List<Column>> with = shared.stream()
                    .filter(pattern -> pattern.get(0).isWith(column))
                    .findFirst();
            if (with.isPresent()) {
                with.get().add(column);
            } else {
                (column.object().isPresent() ? shared : own).add(new ArrayList<>(List.of(column)));
            }
        }
        shared.addAll(own);
        return shared;
    }

    private boolean pattern(Cell object, List<Column> pattern) {
        int empty = drl.length();
        drl.ours(" ", object.place());
        drl.written(object.text().replaceFirst("\\(\\s*\\)$", ""), object.origin());
        drl.ours("(", object.place());
        boolean any = false;
        for (Column column : pattern) {
            any |= fill(column, any ? ", " : " ");
        }
        if (!any) {
            drl.cut(empty);
            return false;
        }
        drl.ours(" )", object.place());
        return true;
    }

    /** Writes the actions and the end of the rule. */
    private void actions() {
        Place last = first.place();
        int before = faults.size();
        int start = drl.length();
        for (Column column : columns) {
            Cell cell = cells.get(column.index());
            if (column.kind() != Kind.ACTION || cell == null) {
                continue;
            }
            last = cell.place();
            column.object().ifPresent(object -> drl.ours(" " + object.text(), cell.place()));
            boolean written = fill(column, column.object().isPresent() ? "." : " ");
            if (written && column.object().isPresent()) {
                drl.ours(";", last);
            }
        }
        if (faults.size() > before) {
            drl.cut(start);
            // why: the conditions are read all the same, so that all faults are told at once; the rule is not kept
            drl.ours(" propose.tag(\"-\");", last);
        }
        drl.ours(" end", last);
    }

    /** Writes the snippet of a column with its cell behind what stands before it; false if the cell says nothing or nothing sound. */
    private boolean fill(Column column, String before) {
        Cell cell = cells.get(column.index());
        if (cell == null || column.snippet().isEmpty()) {
            return false;
        }
        int empty = drl.length();
        drl.ours(before, cell.place());
        if (!column.snippet().get().fill(cell, drl, faults)) {
            drl.cut(empty);
            return false;
        }
        return true;
    }
}
