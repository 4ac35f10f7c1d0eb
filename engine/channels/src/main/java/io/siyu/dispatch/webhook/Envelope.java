package io.siyu.dispatch.webhook;

import io.siyu.event.SubjectKind;
import io.siyu.message.Message;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The body of a request. */
final class Envelope {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TYPE = "message.send";

    private Envelope() {}

    static byte[] bytes(Message message, Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", TYPE);
            json.writeStringProperty(
                    "timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeObjectPropertyStart("data");
            write(json, "message", message.id());
            write(json, "subject", message.subject().toString());
            if (message.subject().kind() == SubjectKind.MEMBER) {
                write(json, "member", message.subject().id());
            }
            write(json, "channel", message.channel());
            write(json, "purpose", message.purpose().word());
            write(json, "campaign", message.campaign());
            write(json, "step", message.step());
            write(json, "rule", message.rule());
            write(json, "template", message.template());
            write(json, "edition", message.edition());
            json.writeStringProperty("text", message.text());
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }
}
