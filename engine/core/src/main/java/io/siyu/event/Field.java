package io.siyu.event;

import io.siyu.campaign.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One typed field of an event type or of a member's attributes.
 *
 * @param required an event without it is refused
 * @param personal split off into the vault at ingest; rules see only that it is present, and its derivations
 * @param maxLength most UTF-16 code units of a text; 0 means {@value #DEFAULT_LENGTH}
 * @param label what people see, zh and en
 * @param fields the fields of one item, for {@link FieldType#ITEMS}
 * @param min least value of an integer, or of money in minor units; null means no bound
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        boolean personal,
        int maxLength,
        Text label,
        List<Field> fields,
        @Nullable Long min) {

    /** Most UTF-16 code units of a text whose field does not say. */
    public static final int DEFAULT_LENGTH = 1000;

    public Field {
        fields = List.copyOf(fields);
    }

    /** A field without a least value. */
    public Field(
            String name,
            FieldType type,
            boolean required,
            boolean personal,
            int maxLength,
            Text label,
            List<Field> fields) {
        this(name, type, required, personal, maxLength, label, fields, null);
    }

    /** Most UTF-16 code units of a text. */
    public int longest() {
        return maxLength == 0 ? DEFAULT_LENGTH : maxLength;
    }

    /**
     * The type of what {@link Values} and rules hold of it: of a personal date its month and day as the text {@code
     * MM-dd}, of a position the text of its geohash, of any other personal field whether it is present, else its own type.
     */
    public FieldType seenAs() {
        if (!personal) {
            return type;
        }
        return type == FieldType.DATE || type == FieldType.POSITION ? FieldType.TEXT : FieldType.BOOLEAN;
    }
}
