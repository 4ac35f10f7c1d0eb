package io.siyu.trace.mapping;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The CloudEvents 1.0 JSON line of an event, keys always in the same order and numbers exact. */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final boolean backfill;

    /** @param backfill whether every event is marked as history, which proposes nothing */
    EventJson(boolean backfill) {
        this.backfill = backfill;
    }

    byte[] write(Identity identity, Instant time, Map<String, Object> data) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", identity.id());
            json.writeStringProperty("source", identity.source());
            json.writeStringProperty("type", identity.type());
            json.writeStringProperty("subject", identity.subject());
            json.writeStringProperty("time", time.toString());
            if (backfill) {
                json.writeBooleanProperty("backfill", true);
            }
            json.writeName("data");
            write(json, data);
            json.writeEndObject();
        }
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, inner) -> {
                json.writeName(name.toString());
                write(json, inner);
            });
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
    }

    /** What names an event and whom it is about. */
    record Identity(String id, String source, String type, String subject) {}
}
