package io.siyu.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of one event (or item), in the order of its fields; absent fields are null.
 *
 * <p>Immutable by contract: the array is never written after construction. Java types are listed in {@link FieldType}.
 */
public final class Values {
    private final List<Field> fields;
    private final @Nullable Object[] values;

    /** @param values one per field, owned by the new object */
    public Values(List<Field> fields, @Nullable Object[] values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(values.length + " values for " + fields.size() + " fields.");
        }
        this.fields = fields;
        this.values = values;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The value at a field's position, or null if absent. */
    public @Nullable Object at(int index) {
        return values[index];
    }

    /** The value of a field by name, or null if absent or not of this type. */
    public @Nullable Object get(String field) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i).name().equals(field)) {
                return values[i];
            }
        }
        return null;
    }

    /** The text value of a field, or null. */
    public @Nullable String text(String field) {
        return (String) get(field);
    }

    /** The integer or money value of a field, or {@code otherwise}. */
    public long number(String field, long otherwise) {
        return get(field) instanceof Long number ? number : otherwise;
    }
}
