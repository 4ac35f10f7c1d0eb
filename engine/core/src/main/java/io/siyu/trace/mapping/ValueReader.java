package io.siyu.trace.mapping;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Fields;
import io.siyu.playbook.YamlNode;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reading of values: where each comes from and what it becomes. */
final class ValueReader {

    private static final List<String> ORIGINS = List.of(
            "constant", "column", "template", "expression", "sum", "count", "first", "last", "min", "max", "collect");
    private static final List<String> KINDS = List.of("text", "integer", "number", "money", "boolean", "time", "date");

    private final ZoneId zone;
    private final Optional<Integer> currencyDigits;
    private final Faults faults;

    ValueReader(ZoneId zone, Optional<Integer> currencyDigits, Faults faults) {
        this.zone = zone;
        this.currencyDigits = currencyDigits;
        this.faults = faults;
    }

    /** A time in the usual way of writing. */
    TimeForm standardTime() {
        return new TimeForm(TimeForm.Pattern.STANDARD, zone, null, Shift.NONE, false);
    }

    /** A value every event needs: id, subject or time. */
    Optional<Value> head(Fields event, String name, Form form) {
        Optional<YamlNode> node = event.node(name);
        if (node.isEmpty()) {
            event.requiredText(name);
            return Optional.empty();
        }
        return read(name, node.get()).map(value -> {
            Form kept = value.form() instanceof Form.AsIs ? form : value.form();
            if (form instanceof TimeForm && !(kept instanceof TimeForm time && !time.date())) {
                faults.add(value.place(), "mapping.value", "The time must be read as a time.\nMaybe remove \"as\".");
            }
            return new Value(name, value.origin(), kept, value.words(), value.absent(), true, value.place());
        });
    }

    /** A value of {@code data}: plain text, a template, or fields. */
    Optional<Value> read(String name, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return plain(name, text);
        }
        if (node instanceof YamlNode.Mapping mapping
                && mapping.values().values().stream().allMatch(ValueReader::isNull)) {
            faults.add(
                    node,
                    "mapping.value",
                    "Here stand braces without quotes, which YAML reads as fields.\nMaybe write \"{"
                            + String.join(",", mapping.values().keySet()) + "}\" in quotes.");
            return Optional.empty();
        }
        return Fields.of(node, faults).flatMap(fields -> described(name, fields));
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

    private Optional<Value> plain(String name, YamlNode.Text text) {
        try {
            Template template = Template.of(text.text());
            Origin origin = template.columns().isEmpty() && !text.text().contains("{{")
                    ? new Origin.Constant(typed(text))
                    : new Origin.Filled(template);
            return Optional.of(new Value(name, origin, new Form.AsIs(), Map.of(), null, false, text));
        } catch (IllegalArgumentException wrong) {
            faults.add(
                    text, "mapping.value", "\"" + text.text() + "\" cannot be the " + name + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Value> described(String name, Fields fields) {
        try (fields) {
            List<String> origins = ORIGINS.stream().filter(fields::has).toList();
            Optional<Form> form = form(fields);
            Map<String, Object> words = words(fields);
            Object absent = fields.node("default").map(ValueReader::scalar).orElse(null);
            boolean required = fields.flag("required", false);
            if (origins.size() != 1) {
                faults.add(
                        fields.mapping(),
                        "mapping.value",
                        "The " + name + " must come from exactly one of " + String.join(", ", ORIGINS)
                                + ".\nMaybe write \"column: …\".");
                return Optional.empty();
            }
            Optional<Origin> origin = origin(name, origins.get(0), fields, form.orElseGet(Form.AsIs::new));
            return origin.map(from ->
                    new Value(name, from, form.orElseGet(Form.AsIs::new), words, absent, required, fields.mapping()));
        }
    }

    private Optional<Origin> origin(String name, String word, Fields fields, Form form) {
        return switch (word) {
            case "constant" -> fields.node(word).map(node -> new Origin.Constant(scalar(node)));
            case "column" -> fields.text(word).map(Origin.Column::new);
            case "template" -> fields.value(word, Template::of).map(Origin.Filled::new);
            case "expression" -> fields.value(word, Expression::of).map(Origin.Computed::new);
            case "collect" -> fields.node(word).map(node -> new Origin.Collect(inner(node)));
            case "count" -> Optional.of(new Origin.Aggregate(Origin.Aggregate.Kind.COUNT, null));
            default -> fields.node(word).flatMap(node -> aggregate(name, word, node, form));
        };
    }

    private Optional<Origin> aggregate(String name, String word, YamlNode node, Form form) {
        Origin.Aggregate.Kind kind = Origin.Aggregate.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        boolean asRead = kind == Origin.Aggregate.Kind.FIRST || kind == Origin.Aggregate.Kind.LAST;
        Form ofRow = asRead ? new Form.AsIs() : form.ofRow();
        if (kind == Origin.Aggregate.Kind.SUM && ofRow instanceof Form.AsIs) {
            ofRow = new Form.Decimal(new Form.Marks(".", ""));
        }
        Form rowForm = ofRow;
        if (node instanceof YamlNode.Text column) {
            return Optional.of(new Origin.Aggregate(
                    kind, new Value(name, new Origin.Column(column.text()), rowForm, Map.of(), null, false, node)));
        }
        return read(name, node)
                .map(value -> new Origin.Aggregate(
                        kind,
                        new Value(
                                name,
                                value.origin(),
                                value.form() instanceof Form.AsIs ? rowForm : value.form(),
                                value.words(),
                                value.absent(),
                                value.required(),
                                node)));
    }

    private Map<String, Value> inner(YamlNode node) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((name, value) -> read(name, value).ifPresent(read -> values.put(name, read)));
        } else {
            faults.add(node, "mapping.value", "\"collect\" needs the fields of one item.\nMaybe \"sku: {column: …}\".");
        }
        return values;
    }

    private Optional<Form> form(Fields fields) {
        Optional<String> as = fields.choice("as", KINDS);
        Form.Marks marks = new Form.Marks(
                fields.text("decimal").orElse("."), fields.text("grouping").orElse(""));
        Optional<String> money = fields.choice("money", List.of("round", "exact"));
        TimeForm time = time(fields, as.orElse("").equals("date"));
        boolean timed = fields.has("pattern") || fields.has("at") || fields.has("plus") || fields.has("zone");
        String kind = as.orElse(money.isPresent() ? "money" : timed ? "time" : "");
        return switch (kind) {
            case "text" -> Optional.of(new Form.Text());
            case "integer" -> Optional.of(new Form.Whole(marks));
            case "number" -> Optional.of(new Form.Decimal(marks));
            case "money" ->
                Optional.of(new Form.Money(
                        marks, digits(fields), money.orElse("exact").equals("round")));
            case "boolean" -> Optional.of(new Form.Truth());
            case "time", "date" -> Optional.of(time);
            default -> fields.has("decimal") ? Optional.of(new Form.Decimal(marks)) : Optional.empty();
        };
    }

    private TimeForm time(Fields fields, boolean date) {
        return new TimeForm(
                fields.value("pattern", TimeForm.Pattern::of).orElse(TimeForm.Pattern.STANDARD),
                fields.value("zone", MappingReader::zone).orElse(zone),
                fields.value("at", LocalTime::parse).orElse(null),
                fields.value("plus", Shift::parse).orElse(Shift.NONE),
                date);
    }

    private int digits(Fields fields) {
        if (currencyDigits.isEmpty()) {
            faults.add(
                    fields.mapping(),
                    "mapping.currency",
                    "An amount needs a currency to know its decimals.\nMaybe add \"currency: CNY\" to the mapping.");
        }
        return currencyDigits.orElse(2);
    }

    private Map<String, Object> words(Fields fields) {
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
