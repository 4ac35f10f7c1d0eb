package io.siyu.partition.redis;

import io.siyu.campaign.Purpose;
import io.siyu.event.JsonBytes;
import io.siyu.event.Subject;
import io.siyu.member.Ways;
import io.siyu.message.Message;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON; the scripts read {@code id}, {@code counts} and {@code campaign}. */
final class MessageForm {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper TREES = JsonMapper.builder().build();

    private MessageForm() {}

    static byte[] bytes(Message message) {
        return JsonBytes.of(JSON, json -> {
            json.writeStartObject();
            json.writeStringProperty("id", message.id());
            if (!message.campaign().isEmpty()) {
                // why: right behind the id, where scripts look for what to count a message by.
                json.writeStringProperty("counts", Ways.row(message.campaign(), message.step(), Ways.MESSAGE));
            }
            json.writeStringProperty("subject", message.subject().written());
            json.writeStringProperty("channel", message.channel());
            json.writeStringProperty("purpose", message.purpose().word());
            json.writeStringProperty("campaign", message.campaign());
            json.writeStringProperty("step", message.step());
            json.writeStringProperty("rule", message.rule());
            json.writeStringProperty("template", message.template());
            json.writeStringProperty("edition", message.edition());
            if (message.since() != null) {
                json.writeStringProperty("since", message.since().toString());
            }
            json.writeStringProperty("text", message.text());
            json.writeEndObject();
        });
    }

    static Message message(byte[] bytes) {
        JsonNode json = TREES.readTree(bytes);
        String since = text(json, "since");
        return new Message(
                text(json, "id"),
                Subject.parse(text(json, "subject")),
                text(json, "channel"),
                Purpose.valueOf(text(json, "purpose").toUpperCase(Locale.ROOT)),
                text(json, "campaign"),
                text(json, "step"),
                text(json, "rule"),
                text(json, "template"),
                text(json, "edition"),
                since.isEmpty() ? null : Instant.parse(since),
                text(json, "text"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
