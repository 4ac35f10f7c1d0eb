package io.siyu.trace.mapping;

import io.siyu.campaign.Nearest;
import io.siyu.event.Field;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Fields;
import io.siyu.playbook.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reading of values: where each comes from and what it becomes. */
final class ValueReader {

    private static final List<String> ORIGINS = List.of(
            "constant", "column", "template", "expression", "sum", "count", "first", "last", "min", "max", "collect");

    private final FormReader forms;
    private final Faults faults;

    ValueReader(FormReader forms, Faults faults) {
        this.forms = forms;
        this.faults = faults;
    }

    /** A value every event needs: id, subject or time. */
    Optional<Value> head(Fields event, String name, String kind) {
        Optional<YamlNode> node = event.node(name);
        if (node.isEmpty()) {
            event.requiredText(name);
            return Optional.empty();
        }
        return read(Target.of(name, kind), node.get()).map(value -> {
            boolean time = value.form() instanceof TimeForm form && !form.date();
            if (time != kind.equals("time")) {
                faults.add(
                        value.place(),
                        "mapping.value",
                        "The " + name + " must be a " + kind + ".\nMaybe remove \"as\".");
            }
            return value.asRequired();
        });
    }

    /** The values of an event or an item, each checked to be one of its fields. */
    List<Value> data(Map<String, YamlNode> written, List<Field> known, String type) {
        List<Value> values = new ArrayList<>();
        written.forEach((name, node) -> field(name, node, known, type)
                .flatMap(field -> read(Target.of(field), node))
                .ifPresent(values::add));
        return values;
    }

    /** The field of this name; empty, with a fault at {@code node}, when there is none. */
    Optional<Field> field(String name, YamlNode node, List<Field> known, String type) {
        Optional<Field> found =
                known.stream().filter(field -> field.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            List<String> names = known.stream().map(Field::name).toList();
            faults.add(
                    node,
                    "mapping.field",
                    "The catalogue knows no field \"" + name + "\" of " + type + ".\n" + Nearest.maybe(name, names));
        }
        return found;
    }

    /** A value: plain text, a template, or fields that describe it. */
    Optional<Value> read(Target target, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return plain(target, text);
        }
        if (node instanceof YamlNode.Mapping mapping
                && mapping.values().values().stream().allMatch(ValueReader::isNull)) {
            String told = "Here stand braces without quotes, which YAML reads as fields.\nMaybe write \"{"
                    + String.join(",", mapping.values().keySet()) + "}\" in quotes.";
            faults.add(node, "mapping.value", told);
            return Optional.empty();
        }
        return Fields.of(node, faults).flatMap(fields -> described(target, fields));
    }

    /** A constant with the type it is written in: quoted is text, else number, true, false or text. */
    static Object typed(YamlNode.Text text) {
        if (text.quoted()) {
            return text.text();
        }
        if (text.text().equals("true") || text.text().equals("false")) {
            return Boolean.valueOf(text.text());
        }
        return text.text().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? new BigDecimal(text.text()) : text.text();
    }

    private Optional<Value> plain(Target target, YamlNode.Text text) {
        try {
            Template template = Template.of(text.text());
            Origin origin = template.columns().isEmpty() && !text.text().contains("{{")
                    ? new Origin.Constant(typed(text))
                    : new Origin.Filled(template);
            return Optional.of(Value.plain(target.name(), origin, forms.plain(target), text));
        } catch (IllegalArgumentException wrong) {
            String told = "\"" + text.text() + "\" cannot be the " + target.name() + ": " + wrong.getMessage();
            faults.add(text, "mapping.value", told);
            return Optional.empty();
        }
    }

    private Optional<Value> described(Target target, Fields fields) {
        try (fields) {
            List<String> origins = ORIGINS.stream().filter(fields::has).toList();
            Form form = forms.described(target, fields);
            Map<String, Object> words = words(fields);
            Object absent = fields.node("default").map(ValueReader::scalar).orElse(null);
            boolean required = fields.flag("required", false);
            if (origins.size() != 1) {
                String told = "The " + target.name() + " must come from exactly one of " + String.join(", ", ORIGINS)
                        + ".\nMaybe write \"column: …\".";
                faults.add(fields.mapping(), "mapping.value", told);
                return Optional.empty();
            }
            return origin(target, origins.get(0), fields, form)
                    .map(from -> new Value(target.name(), from, form, words, absent, required, fields.mapping()));
        }
    }

    private Optional<Origin> origin(Target target, String word, Fields fields, Form form) {
        return switch (word) {
            case "constant" -> fields.node(word).map(node -> new Origin.Constant(scalar(node)));
            case "column" -> fields.text(word).map(Origin.Column::new);
            case "template" -> fields.value(word, Template::of).map(Origin.Filled::new);
            case "expression" -> fields.value(word, Expression::of).map(Origin.Computed::new);
            case "collect" ->
                fields.map(word)
                        .map(item -> new Origin.Collect(data(item.mapping().values(), target.items(), "one item")));
            case "count" -> fields.text(word).map(rows -> new Origin.Aggregate(Origin.Aggregate.Kind.COUNT, null));
            default -> fields.node(word).flatMap(node -> aggregate(target, word, node, form));
        };
    }

    private Optional<Origin> aggregate(Target target, String word, YamlNode node, Form form) {
        Origin.Aggregate.Kind kind = Origin.Aggregate.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        Form ofRow = kind.readsRows() ? form.ofRow() : new Form.AsIs();
        Optional<Value> value = node instanceof YamlNode.Text column
                ? Optional.of(Value.plain(target.name(), new Origin.Column(column.text()), ofRow, node))
                : read(Target.of(target.name(), ""), node).map(inner -> inner.readAs(ofRow));
        return value.map(of -> new Origin.Aggregate(kind, of));
    }

    private static Map<String, Object> words(Fields fields) {
        Map<String, Object> words = new LinkedHashMap<>();
        fields.entries("map").forEach((word, node) -> words.put(word, scalar(node)));
        return words;
    }

    private static Object scalar(YamlNode node) {
        return node instanceof YamlNode.Text text ? typed(text) : node.toString();
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Text text && text.isNull();
    }
}
