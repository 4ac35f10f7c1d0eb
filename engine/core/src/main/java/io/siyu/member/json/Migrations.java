package io.siyu.member.json;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The steps from each schema version to the next; a step once released never changes. */
final class Migrations {

    /** The step at index n turns version n into n + 1. */
    private static final List<Consumer<ObjectNode>> STEPS = List.of(Migrations::consentsByKey, Migrations::rows);

    private static final List<String> COUPON =
            List.of("kind", "value", "campaign", "issued", "expires", "claimed", "redemptions", "redeemed", "lapsed");
    private static final List<String> TOUCH = List.of("at", "source", "store", "staff");
    private static final List<String> ENROLMENT =
            List.of("campaign", "occurrence", "at", "event", "since", "key", "about");
    private static final List<String> SENT = List.of("at", "channel", "purpose", "by", "unit");
    private static final List<String> DECIDED = List.of("at", "by", "verdict", "reason");
    private static final Map<String, List<String>> TIMER = Map.of(
            "date", List.of("kind", "due", "campaign", "fact"),
            "step", List.of("kind", "due", "campaign", "occurrence", "step"),
            "hold", List.of("kind", "due"));
    private static final List<String> INTENT = List.of(
            "proposal",
            "occurrence",
            "trigger",
            "event",
            "since",
            "rule",
            "campaign",
            "step",
            "action",
            "target",
            "priority",
            "about");

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

    /** Version 1 had objects where version 2 has rows, and no words. */
    private static void rows(ObjectNode state) {
        if (state.path("profile") instanceof ObjectNode profile) {
            each(profile, "consents", Migrations::answer);
            each(profile, "coupons", coupon -> row(coupon, COUPON));
            for (String touch : List.of("firstTouch", "lastTouch")) {
                if (profile.has(touch)) {
                    profile.set(touch, row(profile.path(touch), TOUCH));
                }
            }
        }
        each(state, "timers", Migrations::timer);
        each(state, "enrolled", enrolment -> row(enrolment, ENROLMENT));
        each(state, "sends", sent -> row(sent, SENT));
        each(state, "recent", decided -> row(decided, DECIDED));
    }

    private static void each(ObjectNode node, String name, UnaryOperator<JsonNode> turn) {
        if (node.path(name) instanceof ObjectNode named) {
            named.properties().forEach(entry -> entry.setValue(turn.apply(entry.getValue())));
        } else if (node.path(name) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, turn.apply(list.path(i)));
            }
        }
    }

    private static JsonNode answer(JsonNode answer) {
        boolean given = answer.has("given");
        ArrayNode row = JsonNodeFactory.instance.arrayNode().add(answer.path(given ? "given" : "withdrawn"));
        return given ? row : row.add(1);
    }

    private static JsonNode timer(JsonNode timer) {
        ArrayNode row = row(timer, TIMER.getOrDefault(timer.path("kind").asString(""), List.of()));
        return timer.has("intent") ? row.addAll(row(timer.path("intent"), INTENT)) : row;
    }

    private static ArrayNode row(JsonNode object, List<String> names) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isMissingNode()) {
                row.add("");
            } else if (value.isBoolean()) {
                row.add(value.booleanValue() ? 1 : 0);
            } else {
                row.add(value);
            }
        }
        return row;
    }
}
