package io.siyu.playbook.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which step of the file each row is. Ids are part of message ids, so a row keeps the id it had: that of its own column,
 * else of the step that stands where it stands or says nearly what it says.
 */
final class Matching {

    /** why: below this two texts have little more in common than a greeting and the words that opt out */
    private static final int ALIKE = 600;

    private static final int WHOLE = 1_000;

    private final List<Row> before;
    private final List<Row> rows;
    private final Map<Integer, Row> found = new TreeMap<>();
    private final Set<String> taken = new TreeSet<>();

    private record Pair(int row, int step, int score) {}

    private Matching(List<Row> before, List<Row> rows) {
        this.before = before;
        this.rows = rows;
    }

    /** The rows with the ids of their steps, and with what the sheet has no column for as the steps have it. */
    static List<Row> of(List<Row> before, List<Row> rows) {
        Matching matching = new Matching(before, rows);
        matching.byId();
        matching.byLikeness();
        return matching.named();
    }

    private void byId() {
        Map<String, Row> byId = new LinkedHashMap<>();
        before.forEach(step -> byId.put(step.step(), step));
        for (int row = 0; row < rows.size(); row++) {
            String id = rows.get(row).step();
            if (!id.isEmpty() && taken.add(id) && byId.containsKey(id)) {
                found.put(row, byId.get(id));
            }
        }
    }

    private void byLikeness() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int step = 0; step < before.size(); step++) {
                if (rows.get(row).step().isEmpty()
                        && !taken.contains(before.get(step).step())) {
                    int score = score(rows.get(row), before.get(step));
                    pairs.addAll(score > 0 ? List.of(new Pair(row, step, score)) : List.of());
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::score)
                .reversed()
                .thenComparingInt(Pair::row)
                .thenComparingInt(Pair::step));
        for (Pair pair : pairs) {
            Row step = before.get(pair.step());
            if (!found.containsKey(pair.row()) && taken.add(step.step())) {
                found.put(pair.row(), step);
            }
        }
    }

    /** How likely a row is this step; 0 when it is another one. */
    private static int score(Row row, Row step) {
        boolean coupon =
                row.cell(Heading.KIND).isEmpty() != step.cell(Heading.KIND).isEmpty();
        if (!row.isSame(Heading.AUDIENCE, step) || (row.cells().containsKey(Heading.KIND) && coupon)) {
            return 0;
        }
        boolean sameDay = row.isSame(Heading.DAY, step);
        boolean sameTime = row.isSame(Heading.AT, step);
        int alike = Likeness.permille(row.texts(), texts(row, step));
        boolean place = sameDay && sameTime;
        return place || alike >= ALIKE ? 1 + alike + (sameDay ? WHOLE / 2 : 0) + (sameTime ? WHOLE / 4 : 0) : 0;
    }

    /** The step's texts in the languages the row has columns for. */
    private static String texts(Row row, Row step) {
        Map<Heading, String> same = new TreeMap<>(step.cells());
        same.keySet().retainAll(row.cells().keySet());
        return new Row(-1, same).texts();
    }

    private List<Row> named() {
        before.forEach(step -> taken.add(step.step()));
        List<Row> named = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Row step = found.get(row);
            Row own = rows.get(row);
            if (step != null) {
                named.add(own.with(Heading.STEP, step.step()).over(step));
            } else {
                named.add(own.step().isEmpty() ? own.with(Heading.STEP, id(own)) : own);
            }
        }
        return named;
    }

    private String id(Row row) {
        String audience =
                row.cell(Heading.AUDIENCE).replace("communities: ", "").replaceAll("[^a-z]+", "");
        String id = "day-" + row.cell(Heading.DAY) + (audience.isEmpty() ? "" : "-" + audience);
        String free = id;
        for (int next = 2; !taken.add(free); next++) {
            free = id + "-" + next;
        }
        return free;
    }
}
