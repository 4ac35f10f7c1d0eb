package io.siyu.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message says beside its one text.
 *
 * @param variants texts for some stores or one channel only, in the order written
 * @param fields the fields of a template of the channel's vendor, such as {@code thing1}, instead of one text
 */
public record Content(List<Variant> variants, Map<String, Text> fields) {

    /** Nothing but the text. */
    public static final Content NONE = new Content(List.of(), Map.of());

    public Content {
        variants = List.copyOf(variants);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
