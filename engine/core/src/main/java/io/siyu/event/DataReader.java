package io.siyu.event;

import io.siyu.campaign.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The reading of an event's {@code data}, and of the items in it, into typed values. */
final class DataReader {

    private static final int MOST_ITEMS = 500;
    private static final String CURRENCY = "currency";

    private final JsonParser json;
    private final Reasons reasons;
    private final ValueReader values;
    private final String currency;

    DataReader(JsonParser json, Reasons reasons, ValueReader values, String currency) {
        this.json = json;
        this.reasons = reasons;
        this.values = values;
        this.currency = currency;
    }

    /** The values of the object at the current token; faults become reasons and read as absent. */
    Values read(List<Field> fields) {
        @Nullable Object[] read = new @Nullable Object[fields.size()];
        boolean[] seen = new boolean[read.length];
        int next = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            int i = indexOf(fields, name, next);
            if (i < 0) {
                unknown(fields, name);
            } else if (seen[i]) {
                duplicate(name);
            } else {
                seen[i] = true;
                next = i + 1;
                read[i] = token == JsonToken.VALUE_NULL ? null : value(fields.get(i));
            }
        }
        refuseMissing(fields, read, seen);
        return new Values(fields, read);
    }

    /** The values of data that was not given at all. */
    Values absent(List<Field> fields) {
        @Nullable Object[] none = new @Nullable Object[fields.size()];
        refuseMissing(fields, none, new boolean[none.length]);
        return new Values(fields, none);
    }

    /** A name that stands twice in one object; its value is skipped. */
    void duplicate(String name) {
        json.skipChildren();
        reasons.add(name, "json.duplicate", "The name (" + name + ") stands twice.", "delete one of them.");
    }

    private @Nullable Object value(Field field) {
        if (field.type() == FieldType.ITEMS) {
            return items(field);
        }
        Object value = values.read(field);
        if (value != null && field.name().equals(CURRENCY) && !value.equals(currency)) {
            String message = "The currency (" + value + ") is not the house's, which is " + currency + ".";
            reasons.add(CURRENCY, "field.currency", message, "convert the amount before sending it.");
        }
        return value;
    }

    private @Nullable List<Values> items(Field field) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            values.wrong(field.name(), "a list of items", "write [{…}].");
            return null;
        }
        List<Values> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST_ITEMS) {
                json.skipChildren();
                values.tooMany(field.name(), MOST_ITEMS);
                return null;
            }
            reasons.enterItem(field.name(), items.size());
            if (json.currentToken() == JsonToken.START_OBJECT) {
                items.add(read(field.fields()));
            } else {
                values.wrong("", "an item", "write {\"sku\": …}.");
            }
            reasons.leaveItem();
        }
        return List.copyOf(items);
    }

    private static int indexOf(List<Field> fields, String name, int guess) {
        if (guess < fields.size() && fields.get(guess).name().equals(name)) {
            return guess;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void unknown(List<Field> fields, String name) {
        json.skipChildren();
        List<String> known = fields.stream().map(Field::name).toList();
        String maybe = known.isEmpty() ? "Maybe delete it." : Nearest.maybe(name, known);
        reasons.add(
                name,
                "field.unknown",
                "The field (" + name + ") is not in the catalogue for this event.",
                maybe.substring("Maybe ".length()));
    }

    private void refuseMissing(List<Field> fields, @Nullable Object[] read, boolean[] seen) {
        for (int i = 0; i < read.length; i++) {
            Field field = fields.get(i);
            // why: a value that was there but wrong has its reason already
            if (read[i] == null && field.required() && !(seen[i] && !reasons.isEmpty())) {
                reasons.add(
                        field.name(),
                        "field.missing",
                        "The field (" + field.name() + ") is missing.",
                        "add \"" + field.name() + "\", " + field.label().in("en") + ".");
            }
        }
    }
}
