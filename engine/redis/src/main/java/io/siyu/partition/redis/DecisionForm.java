package io.siyu.partition.redis;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.JsonBytes;
import io.siyu.message.DecisionJson;
import io.siyu.report.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as lines, and as screens tell them. */
final class DecisionForm {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper TREES = JsonMapper.builder().build();

    private DecisionForm() {}

    static byte[] bytes(Decision decision) {
        return JsonBytes.of(JSON, json -> DecisionJson.write(json, decision, 0));
    }

    /** A stored line; its place is {@code <position>-<ordinal>}. */
    static Told told(int partition, String place, byte[] line) {
        JsonNode json = TREES.readTree(line);
        int dash = place.indexOf('-');
        String until = text(json, "until");
        return new Told(
                partition,
                Long.parseLong(place.substring(0, dash)),
                Integer.parseInt(place.substring(dash + 1)),
                Instant.parse(text(json, "at")),
                text(json, "subject"),
                text(json, "event"),
                text(json, "rule"),
                text(json, "campaign"),
                text(json, "step"),
                text(json, "edition"),
                text(json, "channel"),
                text(json, "message"),
                verdict(json),
                text(json, "reason"),
                until.isEmpty() ? null : Instant.parse(until),
                text(json, "text"),
                new String(line, StandardCharsets.UTF_8));
    }

    /** What a decision is counted by: its verdict and reason. */
    static String counted(byte[] line) {
        String verdict = "";
        String reason = "";
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("verdict")) {
                    verdict = json.getString();
                } else if (name.equals("reason")) {
                    reason = json.getString();
                } else {
                    json.skipChildren();
                }
            }
        }
        return verdict + "|" + reason;
    }

    private static Verdict verdict(JsonNode json) {
        return Verdict.valueOf(text(json, "verdict").toUpperCase(Locale.ROOT));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
