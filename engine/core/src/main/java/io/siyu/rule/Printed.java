package io.siyu.rule;

import io.siyu.campaign.Settings;
import io.siyu.event.Event;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How typed values read in a message: money in units, instants in the retailer's zone, independent of any locale. */
public final class Printed {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Printed() {}

    /** The named fields of an event as a text may print them; absent and personal ones are left out. */
    public static Map<String, String> about(Event event, Set<String> names, Settings settings) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> about = new TreeMap<>();
        Values data = event.data();
        List<Field> fields = data.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = data.at(i);
            if (value != null
                    && !fields.get(i).personal()
                    && names.contains(fields.get(i).name())) {
                about.put(fields.get(i).name(), text(fields.get(i).type(), value, settings));
            }
        }
        return about;
    }

    /** One value as a message prints it. */
    public static String text(FieldType type, Object value, Settings settings) {
        return switch (type) {
            case MONEY ->
                BigDecimal.valueOf(
                                (Long) value,
                                Currency.getInstance(settings.currency()).getDefaultFractionDigits())
                        .toPlainString();
            case INSTANT -> MINUTE.format(((Instant) value).atZone(settings.zone()));
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case ITEMS, TEXTS -> Listed.text((List<?>) value, settings);
            default -> String.valueOf(value);
        };
    }
}
