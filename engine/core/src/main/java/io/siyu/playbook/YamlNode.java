package io.siyu.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file together with the place where it was written. */
public sealed interface YamlNode {

    String file();

    /** Line of the first character, from 1. */
    int line();

    /** Column of the first character, from 1, in code points. */
    int column();

    /** What the author wrote, in a word for messages: text, list or mapping. */
    String kind();

    /** The node at a JSON pointer such as {@code /steps/0/send}; empty when there is none. */
    default Optional<YamlNode> at(String pointer) {
        YamlNode node = this;
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Optional<YamlNode> next = node.child(part.replace("~1", "/").replace("~0", "~"));
            if (next.isEmpty()) {
                return next;
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    /** The node under a key of a mapping or at an index of a list. */
    default Optional<YamlNode> child(String name) {
        return Optional.empty();
    }

    /**
     * A scalar.
     *
     * @param text the value after unquoting and folding
     * @param quoted whether it was quoted or a block, so that it can only mean text
     */
    record Text(String file, int line, int column, String text, boolean quoted) implements YamlNode {

        /** Whether nothing was written, or the word null. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "text";
        }
    }

    /** A sequence. */
    record Items(String file, int line, int column, List<YamlNode> items) implements YamlNode {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "list";
        }

        @Override
        public Optional<YamlNode> child(String name) {
            boolean index = !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
            return index && Integer.parseInt(name) < items.size()
                    ? Optional.of(items.get(Integer.parseInt(name)))
                    : Optional.empty();
        }
    }

    /**
     * A mapping, in the order it was written.
     *
     * @param keys the key nodes, for messages about a key
     */
    record Mapping(String file, int line, int column, Map<String, Text> keys, Map<String, YamlNode> values)
            implements YamlNode {

        public Mapping {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String kind() {
            return "mapping";
        }

        @Override
        public Optional<YamlNode> child(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
