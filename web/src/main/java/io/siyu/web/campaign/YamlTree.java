package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and changes YAML that nobody has written yet, so that it has no place. Pure. */
final class YamlTree {
    private static final String NOWHERE = "campaign";

    private YamlTree() {}

    /** A value that reads back as this text. */
    static YamlNode text(String text) {
        return new YamlNode.Text(NOWHERE, 0, 0, text, false);
    }

    static YamlNode list(List<? extends YamlNode> items) {
        return new YamlNode.Items(NOWHERE, 0, 0, List.copyOf(items));
    }

    /** The names with their values, in this order. */
    static YamlNode map(Map<String, YamlNode> values) {
        Map<String, YamlNode.Text> keys = new LinkedHashMap<>();
        values.keySet().forEach(name -> keys.put(name, (YamlNode.Text) text(name)));
        return new YamlNode.Mapping(NOWHERE, 0, 0, keys, values);
    }

    /** One name with its value. */
    static YamlNode map(String name, YamlNode value) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        values.put(name, value);
        return map(values);
    }

    /** Lines of text, one item each; blank ones are left out. */
    static YamlNode lines(String lines) {
        return list(lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> text(line.strip()))
                .toList());
    }

    /**
     * What holds the child once it is changed; null when nothing is left of it.
     *
     * @param holder what held it; null, or a single value, when nothing did
     * @param child the new value; null to take it out
     * @return empty when the holder is a list without such an item
     */
    static Optional<Changed> put(@Nullable YamlNode holder, String name, @Nullable YamlNode child) {
        if (holder instanceof YamlNode.Items items) {
            return items.child(name).map(old -> changed(items, Integer.parseInt(name), child));
        }
        Map<String, YamlNode> values = new LinkedHashMap<>();
        if (holder instanceof YamlNode.Mapping mapping) {
            values.putAll(mapping.values());
        }
        if (child == null) {
            values.remove(name);
        } else if (values.containsKey(name)) {
            values.put(name, child);
        } else {
            values = with(values, name, child);
        }
        return Optional.of(new Changed(values.isEmpty() ? null : map(values)));
    }

    /** The values with one more, before the first that stands behind it. */
    private static Map<String, YamlNode> with(Map<String, YamlNode> values, String name, YamlNode child) {
        Map<String, YamlNode> ordered = new LinkedHashMap<>();
        values.forEach((other, value) -> {
            if (KeyOrder.isBeforeInside(name, other)) {
                ordered.putIfAbsent(name, child);
            }
            ordered.put(other, value);
        });
        ordered.putIfAbsent(name, child);
        return ordered;
    }

    /** What became of a value; null when it is gone. */
    record Changed(@Nullable YamlNode value) {}

    private static Changed changed(YamlNode.Items items, int place, @Nullable YamlNode child) {
        List<YamlNode> changed = new ArrayList<>(items.items());
        changed.remove(place);
        if (child != null) {
            changed.add(place, child);
        }
        return new Changed(changed.isEmpty() ? null : list(changed));
    }

    /** Whether both say the same, wherever and however they are written. */
    static boolean same(@Nullable YamlNode one, @Nullable YamlNode other) {
        if (one instanceof YamlNode.Items items && other instanceof YamlNode.Items others) {
            boolean same = items.items().size() == others.items().size();
            for (int i = 0; same && i < items.items().size(); i++) {
                same = same(items.items().get(i), others.items().get(i));
            }
            return same;
        }
        if (one instanceof YamlNode.Mapping mapping && other instanceof YamlNode.Mapping more) {
            return mapping.values().keySet().equals(more.values().keySet())
                    && mapping.values().entrySet().stream()
                            .allMatch(value ->
                                    same(value.getValue(), more.values().get(value.getKey())));
        }
        if (one instanceof YamlNode.Text text && other instanceof YamlNode.Text texts) {
            return text.text().strip().equals(texts.text().strip());
        }
        return one == null && other == null;
    }
}
