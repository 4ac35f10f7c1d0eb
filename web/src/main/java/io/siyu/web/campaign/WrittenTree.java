package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML as the templates have it: what is short in braces on one line, words and conditions on lines of their own. */
final class WrittenTree {
    private static final int WIDEST = 90;

    /** Names whose values always stand on lines of their own. */
    private static final Set<String> OPEN = Set.of("text", "name", "trigger", "schedule", "data", "fields");

    /** What a step begins with; it stands on lines of its own unless it only waits. */
    private static final Set<String> STEPS =
            Set.of("send", "push", "task", "tag", "coupon", "webhook", "branch", "split", "end", "wait");

    private static final String WHEN = "when";

    private static final Pattern BARE = Pattern.compile("(?!(?i:null|~)$)[\\p{L}\\p{N}][^:#\"'{}\\[\\],]*");

    private WrittenTree() {}

    /** The lines of a name and its value. */
    static List<String> lines(String name, YamlNode value, int indent) {
        String margin = " ".repeat(indent);
        List<String> lines = new ArrayList<>();
        if (value instanceof YamlNode.Text text) {
            return named(name, text, indent);
        }
        if (!OPEN.contains(name) && !name.equals(WHEN) && isFlat(value)) {
            String flow = margin + name + ": " + flow(value);
            if (flow.length() <= WIDEST) {
                return List.of(flow);
            }
        }
        lines.add(margin + name + ":" + (isEmpty(value) ? " []" : ""));
        lines.addAll(inside(value, indent + 2));
        return lines;
    }

    /** The lines of an item of a list. */
    static List<String> item(YamlNode value, int indent) {
        String margin = " ".repeat(indent) + "- ";
        if (value instanceof YamlNode.Text text) {
            return List.of(margin + WrittenYaml.item(text.text()));
        }
        if (isFlat(value) && !has(value, "steps") && !isStep(value)) {
            String flow = margin + flow(value);
            if (flow.length() <= WIDEST) {
                return List.of(flow);
            }
        }
        List<String> lines = new ArrayList<>(inside(value, indent + 2));
        lines.set(0, margin + lines.get(0).substring(indent + 2));
        return lines;
    }

    private static boolean has(YamlNode value, String name) {
        return value.child(name).isPresent();
    }

    private static boolean isStep(YamlNode value) {
        return STEPS.stream().anyMatch(verb -> has(value, verb)) && !has(value, "share");
    }

    private static boolean isEmpty(YamlNode value) {
        return value instanceof YamlNode.Items items && items.items().isEmpty();
    }

    private static List<String> inside(YamlNode value, int indent) {
        List<String> lines = new ArrayList<>();
        if (value instanceof YamlNode.Items items) {
            items.items().forEach(item -> lines.addAll(item(item, indent)));
        } else if (value instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((name, child) -> lines.addAll(lines(name, child, indent)));
        }
        return lines;
    }

    private static List<String> named(String name, YamlNode.Text value, int indent) {
        String margin = " ".repeat(indent);
        String text = value.text();
        if (!text.strip().contains("\n") && !text.endsWith("\n")) {
            return List.of(margin + name + ": " + bare(value));
        }
        List<String> lines = new ArrayList<>();
        lines.add(margin + name + (Character.isWhitespace(text.charAt(0)) ? ": |2" : ": |"));
        text.stripTrailing().lines().forEach(line -> lines.add(line.isBlank() ? "" : margin + "  " + line));
        return lines;
    }

    /** Whether it may stand on one line: single values, and at most one level of them. */
    private static boolean isFlat(YamlNode value) {
        if (value instanceof YamlNode.Items items) {
            return items.items().stream().allMatch(WrittenTree::isWord);
        }
        return value instanceof YamlNode.Mapping mapping
                && !has(value, WHEN)
                && mapping.values().values().stream().allMatch(WrittenTree::isShort);
    }

    private static boolean isShort(YamlNode value) {
        boolean words =
                value instanceof YamlNode.Items items && items.items().stream().allMatch(WrittenTree::isWord);
        return words || isWord(value);
    }

    private static boolean isWord(YamlNode value) {
        return value instanceof YamlNode.Text text && !text.text().contains("\n");
    }

    private static String flow(YamlNode value) {
        if (value instanceof YamlNode.Items items) {
            return items.items().stream().map(WrittenTree::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof YamlNode.Mapping mapping) {
            return mapping.values().entrySet().stream()
                    .map(WrittenTree::flow)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return bare((YamlNode.Text) value);
    }

    private static String flow(Map.Entry<String, YamlNode> value) {
        return value.getKey() + ": " + flow(value.getValue());
    }

    private static String bare(YamlNode.Text value) {
        String text = value.text();
        boolean plain = BARE.matcher(text).matches() && text.equals(text.strip()) && !value.quoted();
        return plain ? text : WrittenYaml.quoted(text);
    }
}
