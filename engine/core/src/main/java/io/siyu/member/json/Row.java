package io.siyu.member.json;

import io.siyu.member.SortedByText;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One row of {@link Rows} being read, value by value in the order written. */
final class Row {
    private final JsonNode row;
    private final JsonNode words;
    private int next;

    /** A row of a state with these words. */
    Row(JsonNode row, JsonNode words) {
        this.row = row;
        this.words = words;
    }

    /** Empty if absent. A text may stand in place of a word. */
    String word() {
        return Objects.requireNonNullElse(wordOrNull(), "");
    }

    @Nullable
    String wordOrNull() {
        JsonNode value = value();
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isNumber()) {
            return value.stringValue();
        }
        JsonNode word = words.get(value.intValue());
        if (word == null) {
            throw new IllegalArgumentException(
                    "The word (" + value.intValue() + ") is missing.\nMaybe the state is cut off.");
        }
        return word.stringValue();
    }

    Instant at() {
        Instant time = atOrNull();
        if (time == null) {
            throw new IllegalArgumentException("The time in " + row + " is missing.\nMaybe the state is cut off.");
        }
        return time;
    }

    @Nullable
    Instant atOrNull() {
        JsonNode value = value();
        return isAbsent(value) ? null : Json.instant(value);
    }

    long number() {
        JsonNode value = value();
        return isAbsent(value) ? 0 : value.longValue();
    }

    boolean flag() {
        return number() != 0;
    }

    Map<String, String> texts() {
        SortedByText<String> texts = SortedByText.none();
        for (Map.Entry<String, JsonNode> text : value().properties()) {
            texts = texts.with(text.getKey(), text.getValue().stringValue());
        }
        return texts;
    }

    private JsonNode value() {
        return row.path(next++);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || (value.isString() && value.stringValue().isEmpty());
    }
}
