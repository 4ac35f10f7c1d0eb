package io.siyu.message;

import io.siyu.event.Field;
import io.siyu.event.FieldType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before there is one.
 *
 * @param always whether it is never absent
 * @param element of a list
 * @param fields of a record, by name
 */
record Shape(Kind kind, boolean always, @Nullable Shape element, Map<String, Shape> fields) {

    /** Something of which nothing is known, where a fault was told already. */
    static final Shape UNKNOWN = of(Kind.ANY, true);

    /** What a loop knows of its round. */
    static final Shape ROUND = new Shape(
            Kind.RECORD,
            true,
            null,
            Map.of(
                    "index", of(Kind.NUMBER, true),
                    "index0", of(Kind.NUMBER, true),
                    "rindex", of(Kind.NUMBER, true),
                    "length", of(Kind.NUMBER, true),
                    "first", of(Kind.FLAG, true),
                    "last", of(Kind.FLAG, true)));

    static Shape of(Kind kind, boolean always) {
        return new Shape(kind, always, null, Map.of());
    }

    static Shape listOf(Shape element, boolean always) {
        return new Shape(Kind.LIST, always, element, Map.of());
    }

    /** Of a field with these fields of its own, if it is a list of items. */
    static Shape of(FieldType type, List<Field> items, boolean always) {
        if (type == FieldType.TEXTS) {
            return listOf(of(Kind.TEXT, true), always);
        }
        if (type != FieldType.ITEMS) {
            return of(Kind.of(type), always);
        }
        Map<String, Shape> fields = new TreeMap<>();
        for (Field field : items) {
            if (!field.personal()) {
                fields.put(field.name(), of(Kind.of(field.type()), field.required()));
            }
        }
        return listOf(new Shape(Kind.RECORD, true, null, fields), always);
    }

    Shape always(boolean present) {
        return present == always ? this : new Shape(kind, present, element, fields);
    }

    /** The element of a list, absent when the list may be empty. */
    Shape one(boolean present) {
        return element == null ? of(Kind.TEXT, present) : element.always(present && element.always());
    }

    /** What this step of a path leads to; null if there is nothing of this name. */
    @Nullable
    Shape step(String name) {
        if (kind == Kind.RECORD) {
            Shape field = fields.get(name);
            return field == null ? null : field.always(always && field.always());
        }
        return switch (name) {
            case "size" -> kind == Kind.LIST || kind == Kind.TEXT ? of(Kind.NUMBER, always) : null;
            case "first", "last" -> kind == Kind.LIST ? one(false) : null;
            default -> kind == Kind.ANY ? UNKNOWN : null;
        };
    }
}
