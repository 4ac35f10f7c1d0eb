package io.siyu.member.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Rows of one state being written, and the words they share: a row is an array without names, whose values stand in a
 * settled order; a word stands once in the list {@code words}, rows name its place. What is absent is an empty text, and
 * left out at a row's end. One row at a time.
 */
final class Rows {
    private static final int MANY = 64;

    private final JsonGenerator json;
    private final Map<String, Integer> words = new LinkedHashMap<>(MANY);
    private int absent;

    Rows(JsonGenerator json) {
        this.json = json;
    }

    Rows begin() {
        json.writeStartArray();
        absent = 0;
        return this;
    }

    /** A text that other rows may hold too; absent if empty. */
    Rows word(String text) {
        return wordOrNull(text.isEmpty() ? null : text);
    }

    /** The same where an empty text is not an absent one. */
    Rows wordOrNull(@Nullable String text) {
        if (text == null) {
            absent++;
        } else {
            present().writeNumber(place(text));
        }
        return this;
    }

    private int place(String word) {
        Integer known = words.get(word);
        if (known == null) {
            known = words.size();
            words.put(word, known);
        }
        return known;
    }

    Rows at(@Nullable Instant time) {
        if (time == null) {
            absent++;
        } else {
            Json.instant(present(), time);
        }
        return this;
    }

    Rows number(long value) {
        if (value == 0) {
            absent++;
        } else {
            present().writeNumber(value);
        }
        return this;
    }

    Rows flag(boolean value) {
        return number(value ? 1 : 0);
    }

    Rows texts(Map<String, String> texts) {
        if (texts.isEmpty()) {
            absent++;
            return this;
        }
        JsonGenerator object = present().writeStartObject();
        texts.forEach(object::writeStringProperty);
        object.writeEndObject();
        return this;
    }

    void end() {
        json.writeEndArray();
    }

    private JsonGenerator present() {
        for (; absent > 0; absent--) {
            json.writeString("");
        }
        return json;
    }

    /** The words of all rows; after the last of them. */
    void words() {
        Json.texts(json, "words", words.keySet());
    }
}
