package io.siyu.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The step from the parser's nodes to ours: aliases are written out, within a bound, and keys become text. */
final class YamlNodes {

    private static final int MAX_NODES = 200_000;
    private static final List<Tag> PLAIN_TAGS =
            List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final String file;
    private final Faults faults;
    private int seen;

    YamlNodes(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Our form of the tree; empty when aliases make it endless or too large. */
    Optional<YamlNode> from(Node root) {
        YamlNode node = node(root, 0);
        return Optional.ofNullable(node);
    }

    private @Nullable YamlNode node(Node from, int depth) {
        if (++seen > MAX_NODES || depth > Yaml.MAX_DEPTH || from.isRecursive()) {
            if (seen <= MAX_NODES || seen == MAX_NODES + 1) {
                faults.add(
                        text(from, "", false),
                        "yaml.limit",
                        "The aliases of this file make it endless or larger than " + MAX_NODES
                                + " values.\nMaybe write the repeated part out.");
            }
            return null;
        }
        refuseOddTag(from);
        if (from instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        return from instanceof SequenceNode list ? items(list, depth) : mapping((MappingNode) from, depth);
    }

    private YamlNode.Text scalar(ScalarNode scalar) {
        YamlNode.Text text = text(scalar, scalar.getValue(), !scalar.isPlain());
        scalar.getValue()
                .chars()
                .filter(Unseen::is)
                .findFirst()
                .ifPresent(unseen -> faults.add(
                        text,
                        "yaml.character",
                        String.format(
                                        "A character in it (U+%04X) cannot be seen and does not belong into a text.",
                                        unseen)
                                + "\nMaybe it came along when the text was copied; type the text again."));
        return text;
    }

    private void refuseOddTag(Node node) {
        if (!PLAIN_TAGS.contains(node.getTag())) {
            faults.add(
                    text(node, "", false),
                    "yaml.tag",
                    "The tag (" + node.getTag() + ") means nothing here.\nMaybe quote the text.");
        }
    }

    private @Nullable YamlNode items(SequenceNode list, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Node child : list.getValue()) {
            YamlNode item = node(child, depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new YamlNode.Items(file, line(list), column(list), items);
    }

    private @Nullable YamlNode mapping(MappingNode map, int depth) {
        Map<String, YamlNode.Text> keys = new LinkedHashMap<>();
        Map<String, YamlNode> values = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                faults.add(
                        text(tuple.getKeyNode(), "", false),
                        "yaml.key",
                        "A key must be a plain word.\nMaybe a quote is missing.");
                continue;
            }
            YamlNode.Text key = scalar(scalar);
            YamlNode value = node(tuple.getValueNode(), depth + 1);
            if (value == null) {
                return null;
            }
            values.putIfAbsent(key.text(), value);
            YamlNode.Text first = keys.putIfAbsent(key.text(), key);
            if (first != null) {
                faults.add(
                        key,
                        "yaml.duplicate-key",
                        "The key \"" + key.text() + "\" stands twice, first in line " + first.line()
                                + ".\nMaybe delete one of them.");
            }
        }
        return new YamlNode.Mapping(file, line(map), column(map), keys, values);
    }

    private YamlNode.Text text(Node at, String text, boolean quoted) {
        return new YamlNode.Text(file, line(at), column(at), text, quoted);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }
}
