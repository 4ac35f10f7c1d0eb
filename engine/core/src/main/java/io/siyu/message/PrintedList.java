package io.siyu.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** A list of the trigger as its enrolment keeps it: JSON of texts, or of objects whose values are texts and numbers. */
final class PrintedList {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PrintedList() {}

    /** The list; null when the text is none. */
    static @Nullable List<Object> read(String text) {
        List<Object> values = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                values.add(next == JsonToken.START_OBJECT ? named(json) : json.getString());
            }
        } catch (JacksonException other) {
            return null;
        }
        return values;
    }

    private static Map<String, Object> named(JsonParser json) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            boolean number = json.nextToken().isNumeric();
            values.put(name, number ? new BigDecimal(json.getString()) : json.getString());
        }
        return values;
    }
}
