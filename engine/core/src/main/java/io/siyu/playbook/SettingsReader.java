package io.siyu.playbook;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import io.siyu.message.ChannelKind;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code settings.yaml}; what is wrong gets a fault and a fallback, so that the other files can still be judged. */
final class SettingsReader {

    /** What holds where nothing was written, or nothing usable. */
    static final Settings FALLBACK = new Settings(
            "",
            ZoneOffset.UTC,
            "CNY",
            "zh",
            null,
            List.of(),
            Duration.ofHours(24),
            0,
            Map.of("phone", EnumSet.allOf(Purpose.class)));

    private static final long MOST_DAILY = 1_000_000_000;
    private static final Duration SPREAD = Duration.ofMinutes(30);

    private SettingsReader() {}

    static Settings read(YamlNode root, Faults faults) {
        return Fields.of(root, faults).map(SettingsReader::settings).orElse(FALLBACK);
    }

    private static Settings settings(Fields fields) {
        try (fields) {
            Versions.check(fields);
            Map<String, Long> daily = new TreeMap<>();
            Map<String, String> kinds = new TreeMap<>();
            Map<String, Set<Purpose>> channels = channels(fields, daily, kinds);
            return new Settings(
                    fields.requiredText("retailer"),
                    fields.requiredValue("zone", WrittenValues::zone, FALLBACK.zone()),
                    fields.requiredValue("currency", WrittenValues::currency, FALLBACK.currency()),
                    fields.requiredValue("language", WrittenValues::language, FALLBACK.language()),
                    quietHours(fields),
                    CapReader.ofHouse(fields, channels.keySet()),
                    fields.value("stale", WrittenValues::positive).orElse(FALLBACK.stale()),
                    fields.value("holdout", WrittenValues::permille).orElse(0),
                    channels,
                    daily,
                    kinds);
        }
    }

    private static @Nullable QuietHours quietHours(Fields fields) {
        return fields.map("quietHours").map(SettingsReader::hours).orElse(null);
    }

    private static QuietHours hours(Fields fields) {
        try (fields) {
            LocalTime from = fields.requiredValue("from", WrittenValues::time, LocalTime.MIDNIGHT);
            LocalTime to = fields.requiredValue("to", WrittenValues::time, LocalTime.NOON);
            if (from.equals(to)) {
                fields.fault(
                        "to",
                        "settings.quiet-hours",
                        "Quiet hours from " + from + " to " + to
                                + " never begin or never end.\nMaybe from 21:00 to 08:00.");
            }
            Duration spread = fields.value("spread", WrittenValues::positive).orElse(SPREAD);
            Set<Purpose> purposes =
                    fields.has("purposes") ? purposes(fields, "purposes") : EnumSet.of(Purpose.MARKETING);
            return new QuietHours(from, to, spread, purposes);
        }
    }

    private static Map<String, Set<Purpose>> channels(
            Fields fields, Map<String, Long> daily, Map<String, String> kinds) {
        if (!fields.has("channels")) {
            return FALLBACK.channels();
        }
        Map<String, Set<Purpose>> channels = new TreeMap<>();
        fields.map("channels").ifPresent(names -> {
            for (Map.Entry<String, YamlNode.Text> name : names.mapping().keys().entrySet()) {
                Words.checked(name.getValue(), WrittenValues::id, names.faults())
                        .ifPresent(id -> channels.put(id, channel(names, id, daily, kinds)));
            }
        });
        return channels;
    }

    /** A channel's purposes, alone or among its other fields. */
    private static Set<Purpose> channel(Fields names, String id, Map<String, Long> daily, Map<String, String> kinds) {
        if (!(names.place(id) instanceof YamlNode.Mapping)) {
            return purposes(names, id);
        }
        return names.map(id)
                .map(fields -> channel(fields, limit -> daily.put(id, limit), kind -> kinds.put(id, kind)))
                .orElseGet(Set::of);
    }

    private static Set<Purpose> channel(Fields fields, Consumer<Long> daily, Consumer<String> kind) {
        try (fields) {
            fields.choice("kind", ChannelKind.words()).ifPresent(kind);
            fields.integer("daily", 0, MOST_DAILY).ifPresent(daily);
            return purposes(fields, "purposes");
        }
    }

    private static Set<Purpose> purposes(Fields fields, String key) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (YamlNode item : fields.list(key)) {
            Words.scalar(item, fields.faults())
                    .flatMap(text -> Words.checked(text, Words::purpose, fields.faults()))
                    .ifPresent(purposes::add);
        }
        if (purposes.isEmpty() && fields.list(key).isEmpty()) {
            fields.fault(key, "settings.no-purpose", "\"" + key + "\" names no purpose.\nMaybe [service, marketing].");
        }
        return purposes;
    }
}
