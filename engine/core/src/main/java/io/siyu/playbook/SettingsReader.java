package io.siyu.playbook;

import io.siyu.campaign.Conduct;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    private static final Duration LONGEST_ARBITRATION = Duration.ofHours(1);

    private SettingsReader() {}

    static Settings read(YamlNode root, Faults faults) {
        return Fields.of(root, faults).map(SettingsReader::settings).orElse(FALLBACK);
    }

    private static Settings settings(Fields fields) {
        try (fields) {
            Versions.check(fields);
            ChannelReader channels = ChannelReader.read(fields);
            return new Settings(
                    fields.requiredText("retailer"),
                    fields.requiredValue("zone", WrittenValues::zone, FALLBACK.zone()),
                    fields.requiredValue("currency", WrittenValues::currency, FALLBACK.currency()),
                    fields.requiredValue("language", WrittenValues::language, FALLBACK.language()),
                    quietHours(fields),
                    CapReader.ofHouse(fields, "caps", channels.purposes().keySet()),
                    fields.value("stale", WrittenValues::positive).orElse(FALLBACK.stale()),
                    fields.value("holdout", WrittenValues::permille).orElse(0),
                    channels.purposes(),
                    channels.daily(),
                    conduct(fields, channels));
        }
    }

    private static Conduct conduct(Fields fields, ChannelReader channels) {
        return new Conduct(
                channels.compliance(),
                CapReader.ofHouse(fields, "communityCaps", channels.purposes().keySet()),
                fields.value("arbitration", SettingsReader::arbitration).orElse(null),
                new Conduct.Saying(
                        channels.kinds(),
                        fields.value("links", SettingsReader::door).orElse(""),
                        channels.impersonal()));
    }

    private static Duration arbitration(String text) {
        Duration window = WrittenValues.positive(text);
        if (window.compareTo(LONGEST_ARBITRATION) > 0) {
            throw new WrongValue(
                    "settings.arbitration", "it would have every message wait longer than an hour.\nMaybe \"10m\".");
        }
        return window;
    }

    private static String door(String address) {
        if (!address.matches("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
            throw new WrongValue(
                    "settings.links",
                    "it is the address of a server, without a path.\nMaybe \"https://go.example.com\".");
        }
        return address;
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
            return ChannelReader.hours(fields, from, to);
        }
    }
}
