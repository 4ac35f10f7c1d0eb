package io.siyu.trace.mapping;

import io.siyu.event.Field;
import java.util.List;

/**
 * What a value is for.
 *
 * @param name field of the event, or id, subject, time
 * @param kind the word that {@code as} would say, from the catalogue; empty when a list of items is wanted
 * @param personal messages must not quote it
 * @param items the fields of one item
 */
record Target(String name, String kind, boolean personal, List<Field> items) {

    Target {
        items = List.copyOf(items);
    }

    static Target of(String name, String kind) {
        return new Target(name, kind, false, List.of());
    }

    static Target of(Field field) {
        return new Target(field.name(), kindOf(field), field.personal(), field.fields());
    }

    private static String kindOf(Field field) {
        return switch (field.type()) {
            case TEXT, POSITION -> "text";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case MONEY -> "money";
            case BOOLEAN -> "boolean";
            case INSTANT -> "time";
            case DATE -> "date";
            case TEXTS -> "texts";
            case ITEMS -> "";
        };
    }
}
