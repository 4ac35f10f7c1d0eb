package io.siyu.member.json;

import io.siyu.event.Rfc3339;
import io.siyu.member.SortedByText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The few shapes states are made of, written and read; what is empty or unknown is left out. */
final class Json {
    /** Times are told from here, which makes most of them short. */
    static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

    private static final int NANOS = 9;

    private Json() {}

    static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    static void number(JsonGenerator json, String name, long value) {
        if (value != 0) {
            json.writeNumberProperty(name, value);
        }
    }

    static void flag(JsonGenerator json, String name, boolean value) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
    }

    static void instant(JsonGenerator json, String name, @Nullable Instant value) {
        if (value != null) {
            json.writeName(name);
            instant(json, value);
        }
    }

    /** Seconds since {@link #ZERO}, with as many decimals as it has. */
    static void instant(JsonGenerator json, Instant value) {
        long seconds = value.getEpochSecond() - ZERO.getEpochSecond();
        int nanos = value.getNano();
        if (nanos == 0) {
            json.writeNumber(seconds);
        } else if (seconds >= 0) {
            decimal(json, seconds, nanos);
        } else {
            BigDecimal exact = BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, NANOS));
            json.writeNumber(exact.stripTrailingZeros().toPlainString());
        }
    }

    /** As the exact decimal would be written. */
    private static void decimal(JsonGenerator json, long seconds, int nanos) {
        int end = NANOS;
        int fraction = nanos;
        for (; fraction % 10 == 0; end--) {
            fraction /= 10;
        }
        StringBuilder text = new StringBuilder(24).append(seconds).append('.');
        int point = text.length();
        text.append(fraction);
        while (text.length() < point + end) {
            text.insert(point, '0');
        }
        json.writeNumber(text.toString());
    }

    static <T> void list(JsonGenerator json, String name, Collection<T> values, Consumer<T> element) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(element);
            json.writeEndArray();
        }
    }

    static void texts(JsonGenerator json, String name, Collection<String> values) {
        list(json, name, values, json::writeString);
    }

    /** An object with free names; {@code value} writes each value. */
    static <T> void map(JsonGenerator json, String name, Map<String, T> values, Consumer<T> value) {
        if (!values.isEmpty()) {
            json.writeObjectPropertyStart(name);
            values.forEach((key, each) -> {
                json.writeName(key);
                value.accept(each);
            });
            json.writeEndObject();
        }
    }

    /** A text that may have been left out for being empty. */
    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static long number(JsonNode node, String name) {
        return node.path(name).asLong(0);
    }

    static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    static @Nullable Instant instantOrNull(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? null : instant(value);
    }

    static Instant instant(JsonNode node, String name) {
        Instant value = instantOrNull(node, name);
        if (value == null) {
            throw new IllegalArgumentException("The time (" + name + ") is missing.\nMaybe the state is cut off.");
        }
        return value;
    }

    /** Seconds since {@link #ZERO}, or RFC 3339 as earlier versions wrote it. */
    static Instant instant(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal exact = value.decimalValue();
            BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
            long nanos = exact.subtract(whole).movePointRight(NANOS).longValueExact();
            return ZERO.plusSeconds(whole.longValueExact()).plusNanos(nanos);
        }
        Instant instant = Rfc3339.parse(value.stringValue());
        if (instant == null) {
            throw new IllegalArgumentException(
                    "(" + value + ") is not an RFC 3339 time.\nMaybe it was edited by hand.");
        }
        return instant;
    }

    static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        node.path(name).values().forEach(value -> list.add(element.apply(value)));
        return list;
    }

    static List<String> texts(JsonNode node, String name) {
        return list(node, name, JsonNode::stringValue);
    }

    static <T> Map<String, T> map(JsonNode node, String name, Function<JsonNode, T> value) {
        SortedByText<T> map = SortedByText.none();
        for (Map.Entry<String, JsonNode> entry : node.path(name).properties()) {
            map = map.with(entry.getKey(), value.apply(entry.getValue()));
        }
        return map;
    }
}
