package io.siyu.rule.drools.table;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.drl.Template.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column's cells are put into: {@code total >= $param}, {@code store in ($param)}, {@code $1} and {@code $2} for the
 * parts of a cell, or the short forms {@code store} and {@code total >=}.
 */
final class Snippet {

    private static final Pattern PARAM = Pattern.compile("\\$(param)");
    private static final Pattern INDEXED = Pattern.compile("\\$([0-9]{1,2})");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+([.][0-9]+)?|true|false|null");
    private static final List<String> OPERATORS =
            List.of("==", "!=", "<", ">", "<=", ">=", "contains", "matches", "str[startsWith]", "str[endsWith]");

    private final Template template;
    private final boolean indexed;
    private final Optional<String> operator;

    private Snippet(Template template, boolean indexed, Optional<String> operator) {
        this.template = template;
        this.indexed = indexed;
        this.operator = operator;
    }

    /**
     * The snippet in a cell; nothing if it is none.
     *
     * @param constraint whether it stands in a pattern, where the value may be left to be said
     */
    static Optional<Snippet> read(Cell cell, boolean constraint, DrlFaults faults) {
        if (cell.text().startsWith("forall")) {
            faults.add(cell.place(), "table.forall", "\"forall\" is not read.", "write: store in ($param).");
            return Optional.empty();
        }
        boolean indexed = cell.text().contains("$1");
        return Template.read(cell.text(), cell.origin(), indexed ? INDEXED : PARAM, faults)
                .map(template -> new Snippet(
                        template,
                        indexed,
                        constraint && template.names().isEmpty()
                                ? Optional.of(operator(cell.text()))
                                : Optional.empty()));
    }

    /** What is left out between the snippet and the value. */
    private static String operator(String text) {
        return OPERATORS.stream().anyMatch(text::endsWith) ? " " : " == ";
    }

    /** Appends the snippet with what a cell gives; false if that is a fault. */
    boolean fill(Cell cell, MadeDrl into, DrlFaults faults) {
        if (operator.isPresent()) {
            template.fill(Map.of(), into, faults);
            into.ours(operator.get(), cell.place());
            return value(cell, into, faults);
        }
        Map<String, Given> values = new HashMap<>();
        if (indexed) {
            List<Cell> parts = parts(cell);
            for (int i = 0; i < parts.size(); i++) {
                values.put(String.valueOf(i + 1), parts.get(i).given());
            }
            if (!values.keySet().equals(template.names())) {
                String wrong = "The column asks for " + template.names().size() + " parts; the cell's parts are "
                        + parts.size() + ".";
                faults.add(cell.place(), "table.parts", wrong, "write them with commas between.");
                return false;
            }
        } else {
            values.put("param", cell.given());
        }
        return template.fill(values, into, faults);
    }

    private static boolean value(Cell cell, MadeDrl into, DrlFaults faults) {
        String text = cell.text();
        boolean inQuotes = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        Cell value = inQuotes ? cell.part(1, text.length() - 1) : cell;
        String quote = !inQuotes && PLAIN.matcher(text).matches() ? "" : "\"";
        into.ours(quote, cell.place());
        into.value(value.text(), value.origin());
        into.ours(quote, cell.place());
        return Template.isText(value.given(), faults);
    }

    /** What stands between the commas that are in no text. */
    private static List<Cell> parts(Cell cell) {
        List<Cell> parts = new ArrayList<>();
        boolean inText = false;
        int from = 0;
        for (int i = 0; i < cell.text().length(); i++) {
            char c = cell.text().charAt(i);
            inText ^= c == '"';
            if (c == ',' && !inText) {
                parts.add(cell.part(from, i));
                from = i + 1;
            }
        }
        parts.add(cell.part(from, cell.text().length()));
        return parts;
    }
}
