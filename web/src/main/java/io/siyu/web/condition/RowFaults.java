package io.siyu.web.condition;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.ConditionFault;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.ConditionRow;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.web.condition.Sheet.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What is wrong with conditions: first what a row itself shows, then what the rules say of the others. */
@Component
class RowFaults {
    private static final String ABOVE = "rule \"this\" when\n";
    private static final String BELOW = "\nthen propose.tag(\"this\"); end\n";
    /** The first line behind the pattern's own. */
    private static final int FIRST = 3;

    private final RuleCompiler compiler;

    RowFaults(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /** Faults by the row's number, and those of no single row. */
    record Found(Map<Integer, List<Fault>> byRow, List<String> together) {

        List<Fault> ofRow(int number) {
            return byRow.getOrDefault(number, List.of());
        }
    }

    Found of(List<Line> lines, Place place, FactSchema schema) {
        ConditionFields fields = place.fields(schema);
        Map<Integer, List<Fault>> byRow = new TreeMap<>();
        List<Integer> sound = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            List<Fault> own = own(lines.get(number), fields);
            if (!own.isEmpty()) {
                byRow.put(number, own);
            } else if (!lines.get(number).text().isEmpty()) {
                sound.add(number);
            }
        }
        List<String> together = new ArrayList<>();
        List<String> texts =
                sound.stream().map(number -> lines.get(number).text()).toList();
        for (Diagnostic said : said(place.pattern(texts, schema), schema)) {
            int at = said.line() - FIRST;
            if (at >= 0 && at < sound.size()) {
                byRow.computeIfAbsent(sound.get(at), number -> new ArrayList<>())
                        .add(new Fault("", "", said.message()));
            } else {
                together.add(said.message());
            }
        }
        return new Found(byRow, together);
    }

    private List<Diagnostic> said(String pattern, FactSchema schema) {
        Source source = new Source("conditions.drl", ABOVE + pattern + BELOW);
        return compiler.compile(List.of(source), schema).diagnostics();
    }

    /** why: what is still missing while somebody composes is no fault, and the browser asks for it before it is saved. */
    private static List<Fault> own(Line line, ConditionFields fields) {
        ConditionRow row = line.row();
        if (row == null || line.text().isEmpty()) {
            return List.of();
        }
        return ConditionFault.of(row, fields).stream()
                .map(fault -> new Fault(key(fault), fault.value(), ""))
                .toList();
    }

    private static String key(ConditionFault fault) {
        return "condition.fault." + fault.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
