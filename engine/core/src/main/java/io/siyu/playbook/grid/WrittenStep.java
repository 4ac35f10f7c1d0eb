package io.siyu.playbook.grid;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One step of a campaign file with the lines it stands in.
 *
 * @param before comments and empty lines above it
 * @param lines its own lines; empty when it shares them with others
 * @param indent column of its dash, from 0
 */
record WrittenStep(YamlNode.Mapping node, List<String> before, List<String> lines, int indent) {

    /** What a step of a plan may do. */
    static final List<String> VERBS = List.of("send", "coupon", "push", "task", "tag", "webhook");

    WrittenStep {
        before = List.copyOf(before);
        lines = List.copyOf(lines);
    }

    /** The steps of a campaign, in file order. */
    static List<WrittenStep> all(YamlNode.Mapping root, List<String> lines) {
        List<YamlNode> items = items(root);
        List<WrittenStep> steps = new ArrayList<>();
        boolean block = isBlock(items, lines);
        int from = root.keys().containsKey("steps") ? root.keys().get("steps").line() : 0;
        for (int item = 0; item < items.size(); item++) {
            if (!(items.get(item) instanceof YamlNode.Mapping node)) {
                continue;
            }
            if (!block) {
                steps.add(new WrittenStep(node, List.of(), List.of(), 2));
                continue;
            }
            int begin = node.line() - 1;
            int next = item + 1 < items.size() ? items.get(item + 1).line() - 1 : end(root, lines);
            int indent = dash(lines.get(begin));
            int end = above(lines, begin, next, indent);
            steps.add(new WrittenStep(node, lines.subList(from, begin), lines.subList(begin, end), indent));
            from = end;
        }
        return steps;
    }

    /** What stands behind the last step. */
    static List<String> behind(YamlNode.Mapping root, List<String> lines) {
        List<YamlNode> items = items(root);
        int end = end(root, lines);
        int last = items.isEmpty() || !isBlock(items, lines)
                ? end
                : items.get(items.size() - 1).line() - 1;
        int from = last == end ? end : above(lines, last, end, dash(lines.get(last)));
        List<String> behind = lines.subList(from, lines.size());
        return behind.isEmpty() ? List.of("") : behind;
    }

    String verb() {
        return VERBS.stream().filter(node.keys()::containsKey).findFirst().orElse("");
    }

    String id() {
        return scalar(verb());
    }

    boolean isBlock() {
        return !lines.isEmpty();
    }

    boolean isAiry() {
        return before.stream().anyMatch(String::isBlank);
    }

    /** The step as a row of the grid. */
    Row row(String channel) {
        Map<Heading, String> cells = new TreeMap<>();
        cells.put(Heading.STEP, id());
        for (Column column : Column.values()) {
            if (!column.key().isEmpty() && column != Column.TEXT) {
                cells.put(Heading.of(column), cell(column));
            }
        }
        cells.computeIfPresent(Heading.CHANNEL, (heading, own) -> own.isEmpty() ? channel : own);
        cells.computeIfPresent(Heading.AUDIENCE, (heading, own) -> own.isEmpty() ? "members" : own);
        texts().forEach((language, text) -> cells.put(Heading.text(language), text));
        return new Row(-1, cells);
    }

    /** Whether a row says what is written here. */
    boolean says(Row row, String channel) {
        Row own = row(channel);
        TreeSet<Heading> headings = new TreeSet<>(own.cells().keySet());
        headings.addAll(row.cells().keySet());
        return isBlock() && headings.stream().allMatch(heading -> row.isSame(heading, own));
    }

    private String cell(Column column) {
        Optional<YamlNode> node = this.node.child(column.key());
        if (node.isEmpty()) {
            return "";
        }
        if (node.get() instanceof YamlNode.Items items) {
            return items.items().stream().map(WrittenStep::said).collect(Collectors.joining("\n"));
        }
        return said(node.get());
    }

    private static String said(YamlNode node) {
        return node instanceof YamlNode.Text text ? text.text().strip() : YamlWords.inline(node);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        YamlNode text = node.child("text").orElse(null);
        if (text instanceof YamlNode.Text one && !one.isNull()) {
            texts.put("", one.text().strip());
        } else if (text instanceof YamlNode.Mapping languages) {
            languages.values().forEach((language, words) -> {
                if (words instanceof YamlNode.Text one && language.length() == 2) {
                    texts.put(language, one.text().strip());
                }
            });
        }
        return texts;
    }

    private String scalar(String key) {
        return node.child(key)
                .filter(YamlNode.Text.class::isInstance)
                .map(value -> ((YamlNode.Text) value).text())
                .orElse("");
    }

    private static List<YamlNode> items(YamlNode.Mapping root) {
        return root.child("steps")
                .filter(YamlNode.Items.class::isInstance)
                .map(steps -> ((YamlNode.Items) steps).items())
                .orElse(List.of());
    }

    private static boolean isBlock(List<YamlNode> items, List<String> lines) {
        return items.stream()
                        .allMatch(item ->
                                lines.get(item.line() - 1).stripLeading().startsWith("- ")
                                        && dash(lines.get(item.line() - 1)) < item.column() - 1)
                && items.stream().map(YamlNode::line).distinct().count() == items.size();
    }

    private static int dash(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The line behind all steps. */
    private static int end(YamlNode.Mapping root, List<String> lines) {
        YamlNode.Text steps = root.keys().get("steps");
        return root.keys().values().stream()
                .mapToInt(key -> key.line() - 1)
                .filter(line -> steps != null && line >= steps.line())
                .min()
                .orElse(lines.size());
    }

    /** The line behind the step that begins in {@code from}: comments and empty lines above the next belong to that. */
    private static int above(List<String> lines, int from, int next, int indent) {
        int end = next;
        while (end - 1 > from && isBetween(lines.get(end - 1), indent)) {
            end--;
        }
        return end;
    }

    private static boolean isBetween(String line, int indent) {
        return line.isBlank() || (line.stripLeading().startsWith("#") && dash(line) <= indent);
    }
}
