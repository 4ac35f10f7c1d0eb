package io.siyu.member.json;

import io.siyu.event.JsonBytes;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.Profile;
import io.siyu.member.SortedTexts;
import io.siyu.member.State;
import io.siyu.member.Ways;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * States as JSON with the schema version {@code v}; equal states have equal bytes. What repeats is short: times are
 * seconds since 2026, rows have no names, and words stand once ({@link Rows}). A state of an earlier
 * version is migrated when it is read, one of a later version refused.
 */
public final class StateJson {

    /** The schema version written. */
    public static final int VERSION = 2;

    private static final JsonFactory FACTORY = new JsonFactory();
    // why: a time has more digits than a double keeps.
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StateJson() {}

    /** The UTF-8 bytes of a subject's state. */
    public static byte[] write(State state) {
        return bytes(json -> {
            json.writeStringProperty("subject", state.subject().toString());
            json.writeNumberProperty("since", state.since());
            Rows rows = new Rows(json);
            ProfileJson.write(json, rows, state.profile());
            PlansJson.write(json, rows, state);
            rows.words();
        });
    }

    /** The UTF-8 bytes of a partition's state. */
    public static byte[] write(PartitionState state) {
        return bytes(json -> {
            json.writeNumberProperty("partition", state.number());
            Json.text(json, "edition", state.edition());
            Json.number(json, "revision", state.revision());
            Json.texts(json, "ended", state.ended());
            Json.texts(json, "paused", state.paused());
            Json.map(json, "steps", state.steps(), json::writeNumber);
            QuotaJson.write(json, state);
            Json.map(json, "ways", state.ways().counts(), json::writeNumber);
        });
    }

    /**
     * The state some version wrote.
     *
     * @throws IllegalArgumentException when it is not a state, or of a later version
     */
    public static State read(byte[] bytes) {
        return read(bytes, node -> {
            Subject subject = Subject.parse(node.path("subject").asString(""));
            State empty = State.fresh(subject, Json.number(node, "since"));
            Profile profile = ProfileJson.read(node.path("profile"), node.path("words"), subject.kind());
            return PlansJson.read(node, empty.with(profile));
        });
    }

    /**
     * The partition state some version wrote.
     *
     * @throws IllegalArgumentException when it is not one, or of a later version
     */
    public static PartitionState readPartition(byte[] bytes) {
        return read(
                bytes,
                node -> new PartitionState(
                        (int) Json.number(node, "partition"),
                        Json.text(node, "edition"),
                        Json.number(node, "revision"),
                        SortedTexts.of(Json.texts(node, "ended")),
                        SortedTexts.of(Json.texts(node, "paused")),
                        Json.map(node, "steps", JsonNode::longValue),
                        Json.map(node, "blocks", QuotaJson::block),
                        new Ways(Json.map(node, "ways", JsonNode::longValue))));
    }

    private static byte[] bytes(Consumer<JsonGenerator> content) {
        return JsonBytes.of(FACTORY, json -> {
            json.writeStartObject();
            json.writeNumberProperty("v", VERSION);
            content.accept(json);
            json.writeEndObject();
        });
    }

    private static <T> T read(byte[] bytes, Function<ObjectNode, T> reading) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode node) {
                return reading.apply(Migrations.toCurrent(node));
            }
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("This is not a state.\nMaybe it is cut off or damaged.", broken);
        }
        throw new IllegalArgumentException(
                "This is not a state but another JSON value.\nMaybe the wrong key was read.");
    }
}
