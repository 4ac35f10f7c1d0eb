package io.siyu.event;

import io.siyu.campaign.Geohash;
import io.siyu.campaign.Position;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The reading of one JSON value as a field's type says; what does not fit becomes a reason and reads as null. */
final class ValueReader {

    private static final int MOST_TEXTS = 200;

    private final JsonParser json;
    private final Reasons reasons;
    private final int digits;
    private final boolean escapes;
    private Map<String, String> personal = Map.of();

    /** @param escapes whether the JSON has escapes, from which a text could get what raw UTF-8 cannot hold */
    ValueReader(JsonParser json, Reasons reasons, int digits, boolean escapes) {
        this.json = json;
        this.reasons = reasons;
        this.digits = digits;
        this.escapes = escapes;
    }

    /** The personal values met, by field. */
    Map<String, String> personal() {
        return personal;
    }

    /** The value at the current token, which is consumed with all below it. */
    @Nullable
    Object read(Field field) {
        JsonToken token = json.currentToken();
        if (field.personal()) {
            return token == JsonToken.START_OBJECT ? split(field) : vaulted(field);
        }
        return switch (field.type()) {
            case TEXT -> text(field.name(), field.longest());
            case INTEGER -> integer(field);
            case DECIMAL -> decimal(field);
            case MONEY -> money(field);
            case BOOLEAN -> bool(field);
            case INSTANT -> instant(field.name());
            case DATE -> date(field.name());
            case POSITION -> throw new IllegalStateException("A position is personal.");
            case TEXTS -> texts(field);
            case ITEMS -> throw new IllegalStateException("Items are read by the reader of objects.");
        };
    }

    /** A text of bounded length. */
    @Nullable
    String text(String name, int longest) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            wrong(name, "a text", "put it in quotes.");
            return null;
        }
        String text = json.getString();
        if (text.length() > longest) {
            String message = "The text is " + text.length() + " long; at most " + longest + " are kept.";
            reasons.add(name, "field.length", message, "shorten it.");
            return null;
        }
        if (escapes && !Utf8.isStorable(text)) {
            reasons.add(name, "json.utf8", "The text has half a character or a NUL.", "it was cut in the middle.");
            return null;
        }
        return text;
    }

    /** An RFC 3339 instant. */
    @Nullable
    Instant instant(String name) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            wrong(name, "a time in quotes", "write it like \"2026-11-11T21:00:00+08:00\".");
            return null;
        }
        Instant instant = Rfc3339.parse(json.getString());
        if (instant == null) {
            value(name, "This is not an RFC 3339 time.", "write it like \"2026-11-11T21:00:00+08:00\".");
            return null;
        }
        return instant;
    }

    /** {@code true} or {@code false}, also in quotes, as CloudEvents attributes may be written. */
    boolean attributeFlag(String name) {
        boolean quoted = json.currentToken() == JsonToken.VALUE_STRING;
        if (json.currentToken() == JsonToken.VALUE_TRUE
                || (quoted && json.getString().equals("true"))) {
            return true;
        }
        if (json.currentToken() != JsonToken.VALUE_FALSE
                && !(quoted && json.getString().equals("false"))) {
            wrong(name, "true or false", "write true.");
        }
        return false;
    }

    private @Nullable Object split(Field field) {
        boolean date = field.type() == FieldType.DATE;
        boolean place = field.type() == FieldType.POSITION;
        Object seen = null;
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken token = json.nextToken();
            if (key.equals("present") && token == JsonToken.VALUE_TRUE) {
                seen = date || place ? seen : true;
            } else if (place && key.equals("geohash") && token == JsonToken.VALUE_STRING) {
                seen = geohash(field.name(), json.getString());
            } else if (date && key.equals("monthDay") && token == JsonToken.VALUE_STRING) {
                seen = monthDay(field.name(), "--" + json.getString());
            } else {
                json.skipChildren();
                value(field.name(), "(" + key + ") cannot stand here.", "send the value itself.");
            }
        }
        if (seen == null) {
            String more = date ? ",\"monthDay\":\"03-14\"" : place ? ",\"geohash\":\"wtw3s\"" : "";
            value(
                    field.name(),
                    "The personal value is neither given nor marked as present.",
                    "write {\"present\":true" + more + "}.");
        }
        return seen;
    }

    private @Nullable Object vaulted(Field field) {
        if (field.type() == FieldType.DATE) {
            LocalDate date = date(field.name());
            if (date == null) {
                return null;
            }
            keep(field, date.toString());
            return monthDay(
                    field.name(),
                    "--" + date.toString().substring(date.toString().length() - 5));
        }
        String text = text(field.name(), field.longest());
        if (text == null) {
            return null;
        }
        Object seen = field.type() == FieldType.POSITION ? cell(field.name(), text) : true;
        if (seen != null) {
            keep(field, text);
        }
        return seen;
    }

    private @Nullable String cell(String name, String text) {
        try {
            return Geohash.of(Position.parse(text)).code();
        } catch (IllegalArgumentException wrong) {
            unreadable(name, wrong);
            return null;
        }
    }

    private @Nullable String geohash(String name, String text) {
        try {
            return new Geohash(text).code();
        } catch (IllegalArgumentException wrong) {
            unreadable(name, wrong);
            return null;
        }
    }

    private void keep(Field field, String text) {
        if (personal.isEmpty()) {
            personal = new LinkedHashMap<>();
        }
        personal.put(field.name(), text);
    }

    private @Nullable String monthDay(String name, String text) {
        try {
            return MonthDay.parse(text).toString().substring(2);
        } catch (DateTimeException wrong) {
            value(name, "This is not a month and day.", "write it like \"03-14\".");
            return null;
        }
    }

    private @Nullable Long integer(Field field) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrong(field.name(), "a whole number", "remove quotes and decimals.");
            return null;
        }
        JsonParser.NumberType size = json.getNumberType();
        if (size != JsonParser.NumberType.INT && size != JsonParser.NumberType.LONG) {
            value(field.name(), "The number is too large.", "it is an id, which is a text.");
            return null;
        }
        return atLeast(field, json.getLongValue(), field.min());
    }

    private @Nullable Long money(Field field) {
        String text = number(field, "an amount");
        try {
            return text == null ? null : atLeast(field, Money.parse(text, digits), field.min());
        } catch (IllegalArgumentException wrong) {
            unreadable(field.name(), wrong);
            return null;
        }
    }

    private @Nullable BigDecimal decimal(Field field) {
        String text = number(field, "a number");
        try {
            return text == null ? null : Money.decimal(text);
        } catch (IllegalArgumentException wrong) {
            unreadable(field.name(), wrong);
            return null;
        }
    }

    private @Nullable String number(Field field, String expected) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> json.getString();
            default -> {
                wrong(field.name(), expected, "write it like 12.50.");
                yield null;
            }
        };
    }

    private @Nullable Long atLeast(Field field, long value, @Nullable Long min) {
        if (min != null && value < min) {
            String least = field.type() == FieldType.MONEY ? Money.format(min, digits) : Long.toString(min);
            value(field.name(), "The value is less than " + least + ".", "this is another type of event.");
            return null;
        }
        return value;
    }

    private @Nullable Boolean bool(Field field) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            wrong(field.name(), "true or false", "remove the quotes.");
            return null;
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private @Nullable LocalDate date(String name) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            wrong(name, "a date in quotes", "write it like \"2026-11-11\".");
            return null;
        }
        try {
            return LocalDate.parse(json.getString());
        } catch (DateTimeException wrong) {
            value(name, "This is not an ISO 8601 date.", "write it like \"2026-11-11\".");
            return null;
        }
    }

    private @Nullable List<String> texts(Field field) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong(field.name(), "a list of texts", "write [\"…\"].");
            return null;
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String text = text(field.name(), field.longest());
            if (text != null && texts.size() < MOST_TEXTS) {
                texts.add(text);
            } else if (text != null) {
                json.skipChildren();
                tooMany(field.name(), MOST_TEXTS);
                return null;
            }
        }
        return List.copyOf(texts);
    }

    /** A list longer than the house takes; the rest of it is skipped. */
    void tooMany(String name, int most) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
        }
        reasons.add(name, "field.length", "The list has more than " + most + " elements.", "send several events.");
    }

    /** A value of another JSON type than the field's; skipped with all below it. */
    void wrong(String name, String expected, String maybe) {
        String given = switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "true or false";
        };
        json.skipChildren();
        reasons.add(name, "field.type", "Here must stand " + expected + ", not " + given + ".", maybe);
    }

    private void value(String name, String message, String maybe) {
        reasons.add(name, "field.value", message, maybe);
    }

    private void unreadable(String name, IllegalArgumentException wrong) {
        String[] parts = String.valueOf(wrong.getMessage()).split("\nMaybe ", 2);
        value(name, parts[0], parts[parts.length - 1]);
    }
}
