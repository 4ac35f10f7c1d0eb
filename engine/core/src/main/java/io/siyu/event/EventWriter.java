package io.siyu.event;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as one line of CloudEvents 1.0 JSON, always in the same order of keys; {@link EventReader#inside} reads
 * back an equal event. Safe for many threads.
 */
public final class EventWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final int digits;

    public EventWriter(Catalogue catalogue) {
        this.digits = catalogue.currencyDigits();
    }

    /** The UTF-8 bytes of an event, without a line end. */
    public byte[] write(Event event) {
        return write(event, null);
    }

    /** As {@link #write(Event)}, with the log time as extension attribute {@code at}. */
    public byte[] write(Event event, @Nullable Instant at) {
        return JsonBytes.of(JSON, json -> write(json, event, at));
    }

    /** An entry: its event with the extension attributes {@code at}, {@code position} and {@code kind}. */
    public byte[] write(Entry entry) {
        return JsonBytes.of(JSON, json -> {
            json.writeStartObject();
            attributes(json, entry.event(), entry.at());
            json.writeNumberProperty("position", entry.position());
            json.writeStringProperty("kind", entry.kind().word());
            data(json, entry.event());
            json.writeEndObject();
        });
    }

    /** An event as a text, for places that hold texts. */
    public String line(Event event) {
        return new String(write(event), StandardCharsets.UTF_8);
    }

    /** Writes an event as an object of a larger JSON text. */
    public void write(JsonGenerator json, Event event, @Nullable Instant at) {
        json.writeStartObject();
        attributes(json, event, at);
        data(json, event);
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, Event event, @Nullable Instant at) {
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("source", event.source());
        json.writeStringProperty("type", event.type().name());
        json.writeStringProperty("subject", event.subject().written());
        json.writeStringProperty("time", Rfc3339.format(event.time()));
        if (at != null) {
            json.writeStringProperty("at", Rfc3339.format(at));
        }
        if (event.backfill()) {
            json.writeBooleanProperty("backfill", true);
        }
    }

    private void data(JsonGenerator json, Event event) {
        json.writeName("data");
        values(json, event.data());
    }

    private void values(JsonGenerator json, Values values) {
        json.writeStartObject();
        List<Field> fields = values.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = values.at(i);
            if (value != null) {
                json.writeName(fields.get(i).name());
                value(json, fields.get(i), value);
            }
        }
        json.writeEndObject();
    }

    private void value(JsonGenerator json, Field field, Object value) {
        if (field.personal()) {
            present(json, field, value);
            return;
        }
        switch (field.type()) {
            case INTEGER -> json.writeNumber((Long) value);
            case DECIMAL -> json.writeNumber((BigDecimal) value);
            case MONEY -> json.writeNumber(Money.format((Long) value, digits));
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case TEXT, DATE, POSITION -> json.writeString(value.toString());
            case INSTANT -> json.writeString(Rfc3339.format((Instant) value));
            case TEXTS -> list(json, (List<?>) value, text -> json.writeString((String) text));
            case ITEMS -> list(json, (List<?>) value, item -> values(json, (Values) item));
        }
    }

    private static void present(JsonGenerator json, Field field, Object seen) {
        json.writeStartObject();
        json.writeBooleanProperty("present", true);
        if (seen instanceof String derived) {
            json.writeStringProperty(field.type() == FieldType.POSITION ? "geohash" : "monthDay", derived);
        }
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, List<?> list, Consumer<Object> element) {
        json.writeStartArray();
        list.forEach(element);
        json.writeEndArray();
    }
}
