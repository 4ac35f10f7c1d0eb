package io.siyu.web.cli;

import io.siyu.replay.suite.Covered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coverage of rules by file, as people and programs read it.
 *
 * @param rules by file and place
 * @param asked how many percent are enough
 */
record CoverageTable(Path directory, List<Covered> rules, int asked) {

    private static final String HEAD = "file";
    private static final String TOTAL = "all";

    boolean isEnough() {
        return Covered.percent(rules) >= asked;
    }

    String text() {
        Map<String, List<Covered>> files =
                rules.stream().collect(Collectors.groupingBy(one -> path(one), TreeMap::new, Collectors.toList()));
        int wide = files.keySet().stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(HEAD.length());
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-" + wide + "s  %9s  %9s  %s%n", HEAD, "rules", "both ways", "coverage"));
        files.forEach((file, own) -> {
            text.append(row(file, own, wide));
            own.forEach(rule -> rule.missing()
                    .forEach(line -> text.append("    ")
                            .append(path(rule))
                            .append(line.substring(rule.rule().file().length()))
                            .append('\n')));
        });
        text.append(row(TOTAL, rules, wide));
        if (!isEnough()) {
            text.append("Less than the " + asked + " % asked for is covered.\n"
                    + "Maybe add a scenario for each line above, or ask for less.\n");
        }
        return text.toString();
    }

    private static String row(String name, List<Covered> rules, int wide) {
        long fired = rules.stream().filter(Covered::fired).count();
        List<Covered.Both> conditions = new ArrayList<>();
        rules.forEach(rule -> conditions.addAll(rule.conditions()));
        long both =
                conditions.stream().filter(one -> one.held() && one.missed()).count();
        return String.format(
                Locale.ROOT,
                "%-" + wide + "s  %9s  %9s  %6d %%%n",
                name,
                fired + "/" + rules.size(),
                both + "/" + conditions.size(),
                Covered.percent(rules));
    }

    private String path(Covered one) {
        return directory.resolve(one.rule().file()).toString();
    }

    ObjectNode json() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("percent", Covered.percent(rules)).put("asked", asked).put("enough", isEnough());
        ArrayNode all = told.putArray("rules");
        for (Covered one : rules) {
            ObjectNode rule = all.addObject();
            rule.put("file", one.rule().file()).put("line", one.rule().line());
            rule.put("rule", one.rule().name()).put("fired", one.fired());
            ArrayNode conditions = rule.putArray("conditions");
            one.conditions()
                    .forEach(condition -> conditions
                            .addObject()
                            .put("condition", condition.text())
                            .put("line", condition.line())
                            .put("column", condition.column())
                            .put("held", condition.held())
                            .put("missed", condition.missed()));
        }
        return told;
    }
}
