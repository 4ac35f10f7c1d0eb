package io.siyu.member.json;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The steps from each schema version to the next; a step once released never changes. */
final class Migrations {

    /** The step at index n turns version n into n + 1. */
    private static final List<Consumer<ObjectNode>> STEPS = List.of(Migrations::consentsByKey);

    private Migrations() {}

    /** The same state in the current version; changes the node given. */
    static ObjectNode toCurrent(ObjectNode state) {
        JsonNode written = state.path("v");
        int version = written.asInt(-1);
        if (version < 0 || version > StateJson.VERSION) {
            String subject = state.path("subject").asString("");
            throw new IllegalArgumentException(
                    "The state of (" + subject + ") has the schema version (" + written + "); this engine reads 0 to "
                            + StateJson.VERSION + ".\nMaybe a newer engine wrote it: start that one.");
        }
        for (int v = version; v < StateJson.VERSION; v++) {
            STEPS.get(v).accept(state);
            state.put("v", v + 1);
        }
        return state;
    }

    /** Version 0 listed consents in the order told; version 1 has the newest by channel and purpose. */
    private static void consentsByKey(ObjectNode state) {
        if (!(state.path("profile") instanceof ObjectNode profile) || !profile.has("consents")) {
            return;
        }
        JsonNode told = profile.path("consents");
        ObjectNode byKey = profile.putObject("consents");
        for (JsonNode consent : told.values()) {
            String key = consent.path("channel").asString("*") + "/"
                    + consent.path("purpose").asString("*");
            String word = consent.path("given").asBoolean() ? "given" : "withdrawn";
            byKey.putObject(key).put(word, consent.path("at").asString());
        }
    }
}
