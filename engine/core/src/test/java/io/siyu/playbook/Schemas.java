package io.siyu.playbook;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schemas, as an editor that knows them judges a YAML file. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    /** What the schema of this kind ({@code campaign}, {@code settings} …) finds wrong. */
    static List<Error> errors(String kind, String yaml) {
        Faults faults = new Faults();
        YamlNode root = Yaml.read("x.yaml", yaml, faults).orElseThrow();
        return schema(kind).validate(json(root));
    }

    static Schema schema(String kind) {
        InputStream schema = Playbook.class.getResourceAsStream(kind + ".schema.json");
        return REGISTRY.getSchema(java.util.Objects.requireNonNull(schema, kind));
    }

    static JsonNode json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.values().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof YamlNode.Items items) {
            ArrayNode array = JSON.arrayNode();
            items.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((YamlNode.Text) node);
    }

    private static JsonNode scalar(YamlNode.Text text) {
        if (text.quoted()) {
            return JSON.stringNode(text.text());
        }
        if (text.isNull()) {
            return JSON.nullNode();
        }
        if (text.text().matches("-?[0-9]{1,18}")) {
            return JSON.numberNode(Long.parseLong(text.text()));
        }
        if (text.text().matches("-?[0-9]+\\.[0-9]+")) {
            return JSON.numberNode(new java.math.BigDecimal(text.text()));
        }
        return text.text().matches("true|false")
                ? JSON.booleanNode(text.text().equals("true"))
                : JSON.stringNode(text.text());
    }
}
