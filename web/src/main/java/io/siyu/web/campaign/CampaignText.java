package io.siyu.web.campaign;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The YAML of a campaign as a form sees it: values at JSON pointers. Changing one leaves every other byte as its author
 * wrote it. Pure.
 */
final class CampaignText {

    private final String text;
    private final Optional<YamlNode> root;

    private CampaignText(String text) {
        this.text = text;
        this.root = Yaml.read("campaign", text, new Faults());
    }

    static CampaignText of(String text) {
        return new CampaignText(text);
    }

    String text() {
        return text;
    }

    /**
     * The value at a pointer as a form shows it: a text as it is, a list one item a line, caps as {@code 2 per 1d};
     * empty when it is not written.
     */
    String value(String pointer) {
        return root.flatMap(node -> node.at(pointer)).map(CampaignText::shown).orElse("");
    }

    /** How many items the list at a pointer has. */
    int size(String pointer) {
        return root.flatMap(node -> node.at(pointer))
                .filter(YamlNode.Items.class::isInstance)
                .map(node -> ((YamlNode.Items) node).items().size())
                .orElse(0);
    }

    /** The names in the mapping at a pointer, as written. */
    List<String> names(String pointer) {
        return root.flatMap(node -> node.at(pointer))
                .filter(YamlNode.Mapping.class::isInstance)
                .map(node -> List.copyOf(((YamlNode.Mapping) node).values().keySet()))
                .orElse(List.of());
    }

    /** Whether the pointer's last name stands on a line of its own, so that it can be changed alone. */
    boolean canChange(String pointer) {
        return parent(pointer).map(CampaignText::isBlock).orElse(false);
    }

    /** The campaign with another value; an empty one takes the name out. */
    CampaignText with(String pointer, String value) {
        String plain = value.replace("\r\n", "\n").stripTrailing();
        if (plain.equals(value(pointer).stripTrailing()) || !canChange(pointer)) {
            return this;
        }
        YamlNode.Mapping parent = parent(pointer).orElseThrow();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        List<String> written = plain.isEmpty()
                ? List.of()
                : WrittenYaml.lines(name, plain, WrittenYaml.Form.of(pointer), indent(parent));
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        YamlNode.Text key = parent.keys().get(name);
        int from = key == null ? behind(parent, lines) : key.line() - 1;
        int to = key == null ? from : end(lines, from);
        lines.subList(from, to).clear();
        lines.addAll(from, written);
        return new CampaignText(String.join("\n", lines));
    }

    private Optional<YamlNode.Mapping> parent(String pointer) {
        return root.flatMap(node -> node.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                .filter(YamlNode.Mapping.class::isInstance)
                .map(YamlNode.Mapping.class::cast);
    }

    private static boolean isBlock(YamlNode.Mapping mapping) {
        return mapping.keys().values().stream()
                                .map(YamlNode.Text::line)
                                .distinct()
                                .count()
                        == mapping.keys().size()
                && mapping.keys().values().stream()
                                .mapToInt(YamlNode.Text::column)
                                .distinct()
                                .count()
                        == 1;
    }

    private static int indent(YamlNode.Mapping mapping) {
        return mapping.keys().values().iterator().next().column() - 1;
    }

    private static int behind(YamlNode.Mapping mapping, List<String> lines) {
        int last = mapping.keys().values().stream()
                .mapToInt(YamlNode.Text::line)
                .max()
                .orElse(1);
        return end(lines, last - 1);
    }

    /** The line behind the value of the name in line {@code from}. */
    private static int end(List<String> lines, int from) {
        int indent = WrittenYaml.indentOf(lines.get(from).replaceFirst("^( *)- ", "$1  "));
        int end = from + 1;
        int next = end;
        while (next < lines.size() && (lines.get(next).isBlank() || belongs(lines.get(next), indent))) {
            next++;
            end = lines.get(next - 1).isBlank() ? end : next;
        }
        return end;
    }

    private static boolean belongs(String line, int indent) {
        int own = WrittenYaml.indentOf(line);
        return own > indent || (own == indent && line.startsWith("- ", own));
    }

    private static String shown(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.items().stream().map(CampaignText::shown).collect(Collectors.joining("\n"));
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.values().containsKey("max") ? value(mapping, "max") + " per " + value(mapping, "per") : "";
        }
        return ((YamlNode.Text) node).isNull() ? "" : ((YamlNode.Text) node).text();
    }

    private static String value(YamlNode.Mapping mapping, String name) {
        return mapping.child(name).map(CampaignText::shown).orElse("");
    }
}
