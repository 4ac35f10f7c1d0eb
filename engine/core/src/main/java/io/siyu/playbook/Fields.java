package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The reading of one mapping field by field: each wrong or missing field becomes a fault and reading goes on; {@link
 * #close()} then reports the keys nobody asked for.
 */
public final class Fields implements AutoCloseable {

    private final YamlNode.Mapping mapping;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(YamlNode.Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
    }

    /** The fields of a node that must be a mapping; empty, with a fault, when it is not. */
    public static Optional<Fields> of(YamlNode node, Faults faults) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new Fields(mapping, faults));
        }
        faults.add(
                node,
                "yaml.type",
                "Here must stand fields (\"name: value\"), not " + node.kind() + ".\nMaybe a colon is missing.");
        return Optional.empty();
    }

    /** The mapping itself, for its place. */
    public YamlNode.Mapping mapping() {
        return mapping;
    }

    public Faults faults() {
        return faults;
    }

    /** Whether the key was written with a value. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** The value under a key, whatever it is; empty when absent or null. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return mapping.child(key).filter(node -> !(node instanceof YamlNode.Text text && text.isNull()));
    }

    /** The place of a key's value, or of the mapping when the key is absent: where a message about it belongs. */
    public YamlNode place(String key) {
        YamlNode value = mapping.values().get(key);
        return value == null ? mapping : value;
    }

    /** A field of one value, such as a name; empty when absent. */
    public Optional<String> text(String key) {
        return node(key).flatMap(node -> scalar(key, node)).map(YamlNode.Text::text);
    }

    /** A field of one value that must be there; the empty string, with a fault, when it is not. */
    public String requiredText(String key) {
        return required(key, text(key), "");
    }

    /**
     * A field read by {@code parse}, whose {@link IllegalArgumentException} or {@link DateTimeException} becomes the fault;
     * empty when absent or unreadable.
     */
    public <T> Optional<T> value(String key, Function<String, T> parse) {
        return node(key).flatMap(node -> scalar(key, node)).flatMap(text -> parsed(key, text, parse));
    }

    /** As {@link #value}, but absence is a fault too; {@code fallback} stands in so that reading can go on. */
    public <T> T requiredValue(String key, Function<String, T> parse, T fallback) {
        return node(key).isPresent() ? value(key, parse).orElse(fallback) : required(key, Optional.empty(), fallback);
    }

    /** A whole number within bounds, both included; empty when absent or wrong. */
    public Optional<Long> integer(String key, long min, long max) {
        return value(key, text -> bounded(text, min, max));
    }

    /** A field of true or false. */
    public boolean flag(String key, boolean absent) {
        return value(key, Fields::bool).orElse(absent);
    }

    /** One of some words; empty when absent or another word, which is a fault naming the nearest. */
    public Optional<String> choice(String key, List<String> words) {
        return value(key, word -> chosen(word, words));
    }

    /** A list of values; one value alone counts as a list of one; empty when absent. */
    public List<String> texts(String key) {
        return list(key).stream()
                .flatMap(item -> scalar(key, item).stream())
                .map(YamlNode.Text::text)
                .toList();
    }

    /** The items of a list, whatever they are; one value alone counts as a list of one; empty when absent. */
    public List<YamlNode> list(String key) {
        return node(key)
                .map(node -> node instanceof YamlNode.Items items ? items.items() : List.of(node))
                .orElse(List.of());
    }

    /** The fields of a nested mapping; empty when absent. The caller closes it. */
    public Optional<Fields> map(String key) {
        return node(key).flatMap(node -> of(node, faults));
    }

    /** The fields of each mapping in a list; those that are not mappings are faults. The caller closes each. */
    public List<Fields> maps(String key) {
        List<Fields> maps = new ArrayList<>();
        list(key).forEach(item -> of(item, faults).ifPresent(maps::add));
        return maps;
    }

    /** The values of a nested mapping with free keys, in written order; empty when absent. */
    public Map<String, YamlNode> entries(String key) {
        return node(key)
                .flatMap(node -> of(node, faults))
                .map(fields -> fields.mapping.values())
                .orElseGet(LinkedHashMap::new);
    }

    /** Reports a fault at the value of a key. */
    public void fault(String key, String code, String message) {
        faults.add(place(key), code, message);
    }

    /** Reports every key nobody asked for, with the nearest one that is known. */
    @Override
    public void close() {
        mapping.keys().forEach((key, written) -> {
            if (!known.contains(key)) {
                faults.add(
                        written,
                        "yaml.unknown-key",
                        "The key \"" + key + "\" is not known here.\n" + Nearest.maybe(key, known));
            }
        });
    }

    private <T> T required(String key, Optional<T> value, T fallback) {
        if (value.isEmpty() && node(key).isEmpty()) {
            faults.add(
                    mapping,
                    "yaml.missing-key",
                    "The key \"" + key + "\" is missing.\nMaybe add \"" + key + ": …\" here.");
        }
        return value.orElse(fallback);
    }

    private Optional<YamlNode.Text> scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return Optional.of(text);
        }
        faults.add(
                node,
                "yaml.type",
                "\"" + key + "\" must be one value, not a " + node.kind() + ".\nMaybe write it on one line.");
        return Optional.empty();
    }

    private <T> Optional<T> parsed(String key, YamlNode.Text text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text.text()));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            faults.add(
                    text,
                    WrongValue.codeOf(wrong),
                    "\"" + text.text() + "\" cannot be the " + key + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private static long bounded(String text, long min, long max) {
        boolean whole = text.matches("[+-]?[0-9]{1,18}");
        long number = whole ? Long.parseLong(text) : min;
        if (!whole || number < min || number > max) {
            String wrong = "it must be a whole number from " + min + " to " + max + ".\n";
            throw new IllegalArgumentException(
                    wrong + (whole ? "Maybe " + (number < min ? min : max) + "." : "Maybe remove other characters."));
        }
        return number;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it must be true or false.\nMaybe write true.");
        };
    }

    private static String chosen(String word, List<String> words) {
        if (words.contains(word)) {
            return word;
        }
        throw new IllegalArgumentException(
                "it must be one of " + String.join(", ", words) + ".\n" + Nearest.maybe(word, words));
    }
}
