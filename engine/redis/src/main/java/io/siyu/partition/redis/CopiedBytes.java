package io.siyu.partition.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bytes of Redis in JSON: text as a string, anything else as {@code {"base64": "…"}}. */
final class CopiedBytes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OTHER = "base64";

    private CopiedBytes() {}

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.stringNode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException noText) {
            return JSON.objectNode().put(OTHER, Base64.encodeBase64String(bytes));
        }
    }

    static byte[] bytes(JsonNode json) {
        return json.isObject()
                ? Base64.decodeBase64(json.path(OTHER).asString(""))
                : json.asString().getBytes(StandardCharsets.UTF_8);
    }
}
