package io.siyu.web.rules;

import io.siyu.campaign.Text;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.rule.Accessor;
import io.siyu.rule.FactLabels;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KeptType;
import io.siyu.rule.Moments;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything conditions may name, of one catalogue, as a program reads it. */
public final class FactsJson {

    private final FactSchema schema;

    /** @param schema of the catalogue */
    public FactsJson(FactSchema schema) {
        this.schema = schema;
    }

    /** One object with the currency, all events, and what every pattern knows. */
    public ObjectNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("currency", schema.catalogue().currency());
        all.put("decimals", schema.catalogue().currencyDigits());
        ArrayNode events = all.putArray("events");
        schema.catalogue().types().forEach(type -> events.add(event(type)));
        ArrayNode shared = all.putArray("shared");
        schema.shared()
                .forEach(path ->
                        shared.add(accessor(path, path.path(), FactLabels.shared(path.path(), schema.catalogue()))));
        ArrayNode kept = all.putArray("kept");
        schema.kept().forEach(type -> kept.add(kept(type)));
        ArrayNode moments = all.putArray("moments");
        for (String word : Moments.words()) {
            ObjectNode moment = moments.addObject().put("name", word).put("example", "." + word + "(\"30d\")");
            FactLabels.ofMoment(word).ifPresent(label -> moment.set("label", label(label)));
        }
        return all;
    }

    private ObjectNode event(EventType type) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("name", type.drlName()).put("event", type.name());
        event.put("about", type.about().name().toLowerCase(java.util.Locale.ROOT))
                .put("house", type.house());
        event.set("label", label(type.label()));
        ArrayNode fields = event.putArray("fields");
        type.fields().forEach(field -> fields.add(field(field)));
        return event;
    }

    private ObjectNode field(Field field) {
        ObjectNode node = typed(field.name(), field.seenAs()).put("required", field.required());
        node.put("personal", field.personal());
        derived(node, field);
        Long min = field.min();
        if (min != null) {
            node.put("min", field.type() == FieldType.MONEY ? units(min) : BigDecimal.valueOf(min));
        }
        node.set("label", label(field.label()));
        return node;
    }

    /** What is told of a personal value instead of it. */
    private static void derived(ObjectNode node, Field field) {
        if (field.personal() && field.type() == FieldType.DATE) {
            node.put("derived", "month and day, \"03-14\"");
        } else if (field.personal() && field.type() == FieldType.POSITION) {
            node.put("derived", "geohash, \"wtw3s\"");
        }
    }

    private BigDecimal units(long minor) {
        return BigDecimal.valueOf(minor, schema.catalogue().currencyDigits());
    }

    private ObjectNode kept(KeptType type) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("name", type.name());
        FactLabels.of(type).ifPresent(label -> kept.set("label", label(label)));
        ArrayNode fields = kept.putArray("fields");
        type.fields().forEach(field -> fields.add(accessor(field, field.path(), FactLabels.of(type, field))));
        return kept;
    }

    private ObjectNode accessor(Accessor accessor, String path, Optional<Text> label) {
        ObjectNode node = typed(path, accessor.type()).put("example", accessor.example());
        node.put("personal", isPersonal(path));
        schema.catalogue().memberAttributes().stream()
                .filter(attribute -> path.equals("member." + attribute.name()))
                .forEach(attribute -> derived(node, attribute));
        label.ifPresent(text -> node.set("label", label(text)));
        return node;
    }

    private boolean isPersonal(String path) {
        return schema.catalogue().memberAttributes().stream()
                .anyMatch(attribute -> attribute.personal() && path.equals("member." + attribute.name()));
    }

    private ObjectNode typed(String path, FieldType type) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("name", path).put("type", type.word());
        if (type == FieldType.MONEY) {
            node.put("unit", schema.catalogue().currency());
        }
        return node;
    }

    private static ObjectNode label(Text text) {
        ObjectNode label = JsonNodeFactory.instance.objectNode();
        text.entries().forEach(entry -> label.put(entry.getKey(), entry.getValue()));
        return label;
    }
}
