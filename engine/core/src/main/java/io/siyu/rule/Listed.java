package io.siyu.rule;

import io.siyu.campaign.Settings;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.Values;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A list of an event as a text may go through it: JSON of the printed values, numbers bare. */
final class Listed {
    /** Most elements kept for texts; what is beyond is left out. */
    static final int MOST = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<FieldType> BARE = Set.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);

    private Listed() {}

    static String text(List<?> list, Settings settings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Object one : list.subList(0, Math.min(MOST, list.size()))) {
                if (one instanceof Values item) {
                    item(json, item, settings);
                } else {
                    json.writeString(String.valueOf(one));
                }
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void item(JsonGenerator json, Values item, Settings settings) {
        json.writeStartObject();
        for (int i = 0; i < item.fields().size(); i++) {
            Field field = item.fields().get(i);
            Object value = item.at(i);
            if (value != null && !field.personal()) {
                json.writeName(field.name());
                String printed = Printed.text(field.type(), value, settings);
                if (BARE.contains(field.type())) {
                    json.writeNumber(printed);
                } else {
                    json.writeString(printed);
                }
            }
        }
        json.writeEndObject();
    }
}
