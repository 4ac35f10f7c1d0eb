package io.siyu.message;

import io.siyu.campaign.Purpose;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import io.siyu.message.ChannelKind.Breach;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How long personal values may be, which nobody but dispatch sees: limits count them at their longest. */
record Longest(Map<String, String> byField) {
    private static final String WIDE = "长";

    static Longest of(Catalogue catalogue) {
        Map<String, String> byField = new TreeMap<>();
        for (Field field : catalogue.memberAttributes()) {
            if (field.personal()) {
                byField.put(field.name(), WIDE.repeat(field.longest()));
            }
        }
        return new Longest(byField);
    }

    /** The first thing a vendor would refuse, with the defaults of personal values or with values as long as can be. */
    Optional<Breach> breach(ChannelKind kind, Purpose purpose, Map<String, String> written) {
        if (written.values().stream().noneMatch(Placeholders::in)) {
            return kind.breach(written, purpose);
        }
        Map<String, String> shortest = new LinkedHashMap<>();
        Map<String, String> longest = new LinkedHashMap<>();
        written.forEach((field, text) -> {
            shortest.put(field, Placeholders.masked(text));
            longest.put(field, Placeholders.fill(text, byField::get, UnaryOperator.identity()));
        });
        return kind.breach(shortest, purpose)
                .or(() -> shortest.equals(longest) ? Optional.empty() : kind.breach(longest, purpose));
    }
}
