package io.siyu.samples.bench.frame;

import io.siyu.samples.bench.frame.Figure.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/** A report as text and as JSON. */
record Printed(String benchmark, Map<String, String> lines, List<Figure> figures) {
    private static final String ROW = "  %-34s %12s %-16s %12s %12s %12s  %s%n";

    String text() {
        StringBuilder text = new StringBuilder(benchmark).append('\n');
        lines.forEach((label, line) -> text.append(String.format(Locale.ROOT, "  %-16s %s%n", label, line)));
        text.append('\n')
                .append(String.format(Locale.ROOT, ROW, "figure", "median", "", "must", "reach", "committed", ""));
        figures.forEach(figure -> text.append(row(figure)));
        return text.append("\nverdict: ").append(verdict()).append('\n').toString();
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("benchmark", benchmark);
        report.putAll(lines);
        report.put("figures", figures.stream().map(Printed::json).toList());
        report.put("verdict", verdict());
        return JsonMapper.shared().writeValueAsString(report) + "\n";
    }

    private static String row(Figure figure) {
        Goal goal = figure.goal();
        String standing = figure.standing().word() + (figure.isWorse() ? ", UNDER 80 % OF COMMITTED" : "");
        return String.format(
                Locale.ROOT,
                ROW,
                goal.name(),
                number(figure.value()),
                goal.unit(),
                number(goal.must()),
                number(goal.reach()),
                number(figure.committed()),
                standing);
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.goal().name());
        json.put("unit", figure.goal().unit());
        json.put("kind", figure.goal().kind().name().toLowerCase(Locale.ROOT));
        json.put("median", figure.value());
        json.put("samples", figure.samples());
        figure.goal().must().ifPresent(must -> json.put("must", must));
        figure.goal().reach().ifPresent(reach -> json.put("reach", reach));
        figure.committed().ifPresent(committed -> json.put("committed", committed));
        json.put("standing", figure.standing().word());
        json.put("worse", figure.isWorse());
        return json;
    }

    private String verdict() {
        List<String> parts = new ArrayList<>();
        for (Standing standing : List.of(Standing.REACHED, Standing.MET, Standing.MISSED)) {
            List<String> names = figures.stream()
                    .filter(figure -> figure.standing() == standing)
                    .map(figure -> figure.goal().name())
                    .toList();
            if (!names.isEmpty()) {
                parts.add(standing.word() + " " + String.join(", ", names));
            }
        }
        List<String> worse = figures.stream()
                .filter(Figure::isWorse)
                .map(figure -> figure.goal().name())
                .toList();
        parts.add(
                worse.isEmpty()
                        ? "nothing under 80 % of what was committed"
                        : "FAILED, under 80 % of what was committed: " + String.join(", ", worse));
        return String.join("; ", parts);
    }

    private static String number(OptionalDouble number) {
        return number.isEmpty() ? "" : number(number.getAsDouble());
    }

    /** Whole from a hundred on, else with three digits that tell. */
    static String number(double number) {
        if (Math.abs(number) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(
                Locale.ROOT, Math.abs(number) >= 10 ? "%.1f" : Math.abs(number) >= 1 ? "%.2f" : "%.3f", number);
    }
}
