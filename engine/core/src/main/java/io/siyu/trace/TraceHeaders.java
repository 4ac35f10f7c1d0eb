package io.siyu.trace;

import io.siyu.trace.TraceHeader.Mode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of a trace header. */
final class TraceHeaders {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TraceHeaders() {}

    static byte[] write(TraceHeader header) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("format", TraceHeader.FORMAT);
            json.writeStringProperty("mode", header.mode().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("zone", header.zone().getId());
            json.writeNumberProperty("partitions", header.partitions());
            if (header.edition() != null) {
                json.writeStringProperty("edition", header.edition());
            }
            if (header.engine() != null) {
                json.writeStringProperty("engine", header.engine());
            }
            json.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static TraceHeader read(String file, byte[] line) {
        JsonNode node = parse(file, line);
        String format = node.path("format").asString("");
        if (!format.equals(TraceHeader.FORMAT)) {
            throw broken(
                    file,
                    "The first line must be a header with \"format\":\"" + TraceHeader.FORMAT
                            + "\".\nMaybe this is not a trace, or a newer version wrote it.");
        }
        return new TraceHeader(
                mode(file, node.path("mode").asString("")),
                zone(file, node.path("zone").asString("")),
                partitions(file, node.path("partitions")),
                node.path("edition").stringValue(null),
                node.path("engine").stringValue(null));
    }

    private static JsonNode parse(String file, byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException unreadable) {
            throw broken(file, "The first line is not a JSON header.\nMaybe this is not a trace.");
        }
    }

    private static Mode mode(String file, String word) {
        return switch (word) {
            case "inputs" -> Mode.INPUTS;
            case "recorded" -> Mode.RECORDED;
            default -> throw broken(file, "The mode (" + word + ") is unknown.\nMaybe \"inputs\" or \"recorded\".");
        };
    }

    private static ZoneId zone(String file, String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw broken(file, "The time zone (" + id + ") is unknown.\nMaybe a name such as \"Asia/Shanghai\".");
        }
    }

    private static int partitions(String file, JsonNode count) {
        if (!count.canConvertToInt() || count.intValue() < 1 || count.intValue() > 1024) {
            throw broken(file, "The partitions (" + count + ") must be a number from 1 to 1024.\nMaybe write 64.");
        }
        return count.intValue();
    }

    private static BrokenTrace broken(String file, String message) {
        return new BrokenTrace(file, 1, message);
    }
}
