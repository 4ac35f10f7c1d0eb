package io.siyu.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says beside its one text, and when.
 *
 * @param variants texts for some stores or one channel only, in the order written
 * @param fields the fields of a template of the channel's vendor, such as {@code thing1}, instead of one text
 * @param hour at which it goes; null for as soon as may be
 */
public record Content(
        List<Variant> variants,
        Map<String, Text> fields,
        @Nullable Hour hour) {

    /** Nothing but the text. */
    public static final Content NONE = new Content(List.of(), Map.of(), null);

    public Content {
        variants = List.copyOf(variants);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Nothing but the hour. */
    public static Content at(@Nullable Hour hour) {
        return hour == null ? NONE : new Content(List.of(), Map.of(), hour);
    }
}
