package io.siyu.rule;

import io.siyu.event.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition as it met one fact.
 *
 * @param text as written
 * @param line where it stands in its file, from 1
 * @param column the same, in code points from 1
 * @param read what it compared; null for a condition joined of others
 * @param parts the conditions it is joined of; empty for a comparison
 */
public record Seen(
        String text,
        int line,
        int column,
        boolean held,
        @Nullable Read read,
        List<Seen> parts) {
    public Seen {
        parts = List.copyOf(parts);
    }

    /**
     * A value as a condition read it.
     *
     * @param path as in DRL, with its arguments
     * @param value of the type's Java class, money in minor units; null if the fact has none
     */
    public record Read(
            String path, FieldType type, @Nullable Object value) {}
}
