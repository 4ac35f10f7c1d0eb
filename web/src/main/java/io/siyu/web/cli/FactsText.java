package io.siyu.web.cli;

import io.siyu.event.FieldType;
import io.siyu.web.rules.FactsJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The facts reference as people read it, in one language. */
final class FactsText {

    private final JsonNode facts;
    private final String language;
    private final PrintWriter out;

    /** @param facts as {@link FactsJson} tells them */
    FactsText(JsonNode facts, String language, PrintWriter out) {
        this.facts = facts;
        this.language = language;
        this.out = out;
    }

    void print() {
        out.println("Facts of this catalogue. Money is in "
                + facts.get("currency").stringValue() + ", written in units with at most "
                + facts.get("decimals").asInt() + " digits behind the point.");
        for (JsonNode event : facts.get("events")) {
            String about = event.get("about").stringValue();
            String made = event.get("house").asBoolean() ? ", made by the house" : "";
            heading(
                    event.get("name").stringValue(),
                    event.get("event").stringValue() + ", about a " + about + made + ": " + label(event));
            table(event.get("fields"));
        }
        heading("In every pattern", "what is known of the event's subject and coupon");
        table(facts.get("shared"));
        for (JsonNode kept : facts.get("kept")) {
            String name = kept.get("name").stringValue();
            heading("exists " + name + "( … ), not " + name + "( … )", label(kept));
            table(kept.get("fields"));
        }
        heading("Of every moment", "such as member.lastOrderAt.within(\"30d\") == true");
        table(facts.get("moments"));
        out.flush();
    }

    private void heading(String name, String told) {
        out.println();
        out.println(name + "  (" + told + ")");
    }

    private void table(JsonNode rows) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (JsonNode row : rows) {
            names.add(
                    row.has("example")
                            ? row.get("example").stringValue()
                            : row.get("name").stringValue());
            types.add(type(row));
        }
        int name = names.stream().mapToInt(String::length).max().orElse(0);
        int type = types.stream().mapToInt(String::length).max().orElse(0);
        int at = 0;
        for (JsonNode row : rows) {
            String line = "    %-" + name + "s  %-" + Math.max(1, type) + "s  %s";
            out.println(line.formatted(names.get(at), types.get(at), label(row)).stripTrailing());
            at++;
        }
    }

    private String type(JsonNode row) {
        if (!row.has("type")) {
            return "true or false";
        }
        FieldType type = FieldType.valueOf(row.get("type").stringValue().toUpperCase(Locale.ROOT));
        StringBuilder told = new StringBuilder(word(row, type));
        if (row.has("min")) {
            told.append(", at least ").append(row.get("min").asString());
        }
        if (row.path("required").asBoolean(false)) {
            told.append(", always there");
        }
        return told.toString();
    }

    private static String word(JsonNode row, FieldType type) {
        if (row.path("personal").asBoolean(false)) {
            return "personal: " + row.path("derived").asString("true if it is there");
        }
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case DECIMAL -> "decimal number";
            case MONEY -> "money in " + row.get("unit").stringValue();
            case BOOLEAN -> "true or false";
            case INSTANT -> "moment";
            case DATE -> "date";
            case POSITION -> "position";
            case TEXTS -> "texts";
            case ITEMS -> "items";
        };
    }

    private String label(JsonNode row) {
        JsonNode label = row.path("label");
        if (label.has(language)) {
            return label.get(language).stringValue();
        }
        return label.isEmpty() ? "" : label.iterator().next().stringValue();
    }
}
