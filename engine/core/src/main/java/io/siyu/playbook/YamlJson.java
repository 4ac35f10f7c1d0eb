package io.siyu.playbook;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML value as the JSON it stands for: the core schema of YAML 1.2, numbers exact. */
final class YamlJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}\\.[0-9]{1,18}");

    private YamlJson() {}

    static JsonNode of(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.values().forEach((key, value) -> object.set(key, of(value)));
            return object;
        }
        if (node instanceof YamlNode.Items items) {
            ArrayNode array = JSON.arrayNode();
            items.items().forEach(item -> array.add(of(item)));
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
        if (WHOLE.matcher(text.text()).matches()) {
            return JSON.numberNode(Long.parseLong(text.text()));
        }
        if (DECIMAL.matcher(text.text()).matches()) {
            return JSON.numberNode(new BigDecimal(text.text()));
        }
        return switch (text.text()) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.stringNode(text.text());
        };
    }
}
