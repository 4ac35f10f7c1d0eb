package io.siyu.event;

import io.siyu.campaign.Text;
import java.util.List;

/**
 * One typed field of an event type or of a member's attributes.
 *
 * @param required an event without it is refused
 * @param personal split off into the vault at ingest; rules see only that it is present, and its derivations
 * @param maxLength most UTF-16 code units of a text; 0 means the house default
 * @param label what people see, zh and en
 * @param fields the fields of one item, for {@link FieldType#ITEMS}
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        boolean personal,
        int maxLength,
        Text label,
        List<Field> fields) {
    public Field {
        fields = List.copyOf(fields);
    }
}
