package io.siyu.playbook.grid;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows as the steps of a campaign file. */
final class StepYaml {

    private static final List<Column> PLAIN = List.of(Column.KIND, Column.VALUE, Column.EXPIRES);

    private final int indent;
    private final String channel;

    /**
     * @param indent column of the dash, from 0
     * @param channel of steps that name none
     */
    StepYaml(int indent, String channel) {
        this.indent = indent;
        this.channel = channel;
    }

    /** A step that was not there before. */
    List<String> lines(Row row) {
        return written(row, null);
    }

    /** A step that was there; what the grid does not tell of it stays. */
    List<String> lines(Row row, WrittenStep before) {
        return written(row, before.node());
    }

    private List<String> written(Row row, YamlNode.@Nullable Mapping before) {
        int inner = indent + 2;
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(indent) + "- " + verb(row, before) + ": " + YamlWords.scalar(row.step()));
        plain(lines, row, Column.DAY);
        lines.add(" ".repeat(inner) + "at: " + YamlWords.quoted(row.cell(Heading.AT)));
        plain(lines, row, Column.WINDOW);
        lines.add(" ".repeat(inner) + "audience: " + row.cell(Heading.AUDIENCE));
        if (!row.cell(Heading.CHANNEL).equals(channel)) {
            plain(lines, row, Column.CHANNEL);
        }
        when(lines, row);
        PLAIN.forEach(column -> plain(lines, row, column));
        texts(lines, row, before);
        if (before != null) {
            kept(before).forEach((key, value) -> lines.addAll(YamlWords.lines(key, value, inner)));
        }
        return lines;
    }

    private static String verb(Row row, YamlNode.@Nullable Mapping before) {
        if (!row.cell(Heading.KIND).isEmpty()) {
            return "coupon";
        }
        return WrittenStep.VERBS.stream()
                .filter(verb -> !verb.equals("coupon")
                        && before != null
                        && before.keys().containsKey(verb))
                .findFirst()
                .orElse("send");
    }

    private void plain(List<String> lines, Row row, Column column) {
        String cell = row.cell(Heading.of(column));
        if (!cell.isEmpty()) {
            lines.add(" ".repeat(indent + 2) + column.key() + ": " + YamlWords.scalar(cell));
        }
    }

    private void when(List<String> lines, Row row) {
        List<String> conditions = row.cell(Heading.WHEN)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!conditions.isEmpty()) {
            lines.add(" ".repeat(indent + 2) + "when:");
            String margin = " ".repeat(indent + 4);
            conditions.forEach(line -> lines.add(margin + "- " + condition(line)));
        }
    }

    private static String condition(String line) {
        return line.startsWith("{") && line.endsWith("}") ? line : YamlWords.condition(line);
    }

    private void texts(List<String> lines, Row row, YamlNode.@Nullable Mapping before) {
        Map<String, String> texts = new TreeMap<>();
        row.cells().forEach((heading, text) -> {
            if (heading.isText() && !text.isEmpty()) {
                texts.put(heading.language(), text);
            }
        });
        YamlNode others = before == null ? null : before.child("text").orElse(null);
        boolean alone = texts.keySet().equals(Set.of(""));
        if (alone) {
            lines.addAll(YamlWords.block("text", texts.getOrDefault("", ""), indent + 2));
            return;
        }
        List<String> written = row.cells().keySet().stream()
                .filter(heading -> texts.containsKey(heading.language()) && heading.isText())
                .flatMap(heading -> YamlWords.block(heading.language(), row.cell(heading), indent + 4).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (others instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((key, value) -> {
                if (key.length() != 2 || !(value instanceof YamlNode.Text)) {
                    written.addAll(YamlWords.lines(YamlWords.scalar(key), value, indent + 4));
                }
            });
        }
        if (!written.isEmpty()) {
            lines.add(" ".repeat(indent + 2) + "text:");
            lines.addAll(written);
        }
    }

    /** What a row of a grid does not tell. */
    private static Map<String, YamlNode> kept(YamlNode.Mapping before) {
        Map<String, YamlNode> kept = new LinkedHashMap<>(before.values());
        kept.keySet().removeAll(WrittenStep.VERBS);
        for (Column column : Column.values()) {
            kept.remove(column.key());
        }
        return kept;
    }
}
