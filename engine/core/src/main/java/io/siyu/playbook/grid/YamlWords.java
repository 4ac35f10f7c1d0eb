package io.siyu.playbook.grid;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as a person would write them into a YAML file. */
final class YamlWords {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][^:#\"'{}\\[\\]&*!|>%@`,\\p{Cntrl}]*");
    private static final Pattern NOTHING = Pattern.compile("(?i)null|~");

    private YamlWords() {}

    /** A name and its value. */
    static List<String> lines(String name, YamlNode value, int indent) {
        String margin = " ".repeat(indent);
        if (value instanceof YamlNode.Text text) {
            return text.text().contains("\n")
                    ? block(name, text.text(), indent)
                    : List.of(margin + name + ": " + inline(text));
        }
        List<String> lines = new ArrayList<>(List.of(margin + name + ":"));
        if (value instanceof YamlNode.Items items) {
            items.items().forEach(item -> lines.add(margin + "  - " + inline(item)));
            return items.items().isEmpty() ? List.of(margin + name + ": []") : lines;
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) value;
        if (!isLong(mapping)) {
            return List.of(margin + name + ": " + inline(mapping));
        }
        mapping.values().forEach((key, node) -> lines.addAll(lines(scalar(key), node, indent + 2)));
        return lines;
    }

    /** A text below its name, line by line. */
    static List<String> block(String name, String text, int indent) {
        List<String> lines = new ArrayList<>(List.of(" ".repeat(indent) + name + ": |"));
        text.strip().lines().forEach(line -> lines.add(line.isBlank() ? "" : " ".repeat(indent + 2) + line));
        return lines;
    }

    /** A value on one line. */
    static String inline(YamlNode value) {
        if (value instanceof YamlNode.Text text) {
            return text.quoted() ? quoted(text.text()) : text.text();
        }
        if (value instanceof YamlNode.Items items) {
            return items.items().stream().map(YamlWords::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((YamlNode.Mapping) value)
                .values().entrySet().stream()
                        .map(entry -> scalar(entry.getKey()) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** why: conditions hold quotes and commas that a plain item may have; only what YAML reads otherwise is quoted */
    static String condition(String text) {
        boolean plain = !text.isEmpty()
                && Character.isLetter(text.codePointAt(0))
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && text.codePoints().noneMatch(Character::isISOControl);
        return plain && !NOTHING.matcher(text).matches() ? text : quoted(text);
    }

    /** One value that stands anywhere. */
    static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !NOTHING.matcher(value).matches();
        return plain && value.equals(value.strip()) ? value : quoted(value);
    }

    static String quoted(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"';
    }

    private static String flow(YamlNode value) {
        if (value instanceof YamlNode.Text text) {
            return text.quoted() ? quoted(text.text()) : text.isNull() ? text.text() : scalar(text.text());
        }
        return inline(value);
    }

    private static boolean isLong(YamlNode.Mapping mapping) {
        return mapping.values().values().stream()
                        .anyMatch(node -> (node instanceof YamlNode.Mapping inner && isLong(inner))
                                || (node instanceof YamlNode.Text text
                                        && text.text().contains("\n")))
                || inline(mapping).length() > 100;
    }
}
