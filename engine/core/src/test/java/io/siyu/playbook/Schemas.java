package io.siyu.playbook;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published JSON Schemas, as an editor that knows them judges a YAML file. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, Schema> READ = new TreeMap<>();

    private Schemas() {}

    /** What the schema of this kind ({@code campaign}, {@code settings} …) finds wrong. */
    static List<Error> errors(String kind, String yaml) {
        Faults faults = new Faults();
        YamlNode root = Yaml.read("x.yaml", yaml, faults).orElseThrow();
        return schema(kind).validate(YamlJson.of(root));
    }

    private static synchronized Schema schema(String kind) {
        return READ.computeIfAbsent(kind, Schemas::load);
    }

    private static Schema load(String kind) {
        InputStream schema = Playbook.class.getResourceAsStream(kind + ".schema.json");
        return REGISTRY.getSchema(java.util.Objects.requireNonNull(schema, kind));
    }
}
