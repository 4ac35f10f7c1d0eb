package io.siyu.playbook;

import io.siyu.campaign.Compliance;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.message.ChannelKind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the channels of {@code settings.yaml}: the purposes each may carry, alone or among what else is asked of it. */
final class ChannelReader {

    private static final long MOST_DAILY = 1_000_000_000;
    private static final int LONGEST_OPT_OUT = 100;
    private static final Duration SPREAD = Duration.ofMinutes(30);

    private final Map<String, Set<Purpose>> purposes = new TreeMap<>();
    private final Map<String, Long> daily = new TreeMap<>();
    private final Map<String, Compliance> compliance = new TreeMap<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private final Set<String> impersonal = new TreeSet<>();

    private ChannelReader() {}

    static ChannelReader read(Fields settings) {
        ChannelReader reader = new ChannelReader();
        if (!settings.has("channels")) {
            reader.purposes.putAll(SettingsReader.FALLBACK.channels());
            return reader;
        }
        settings.map("channels").ifPresent(names -> {
            for (Map.Entry<String, YamlNode.Text> name : names.mapping().keys().entrySet()) {
                Words.checked(name.getValue(), WrittenValues::id, names.faults())
                        .ifPresent(id -> reader.channel(names, id));
            }
        });
        return reader;
    }

    Map<String, Set<Purpose>> purposes() {
        return purposes;
    }

    /** The channels with a daily limit. */
    Map<String, Long> daily() {
        return daily;
    }

    /** The channels that say of which kind they are. */
    Map<String, String> kinds() {
        return kinds;
    }

    /** The channels over which nobody is shown a product for what they bought. */
    Set<String> impersonal() {
        return impersonal;
    }

    /** The channels of which more is asked. */
    Map<String, Compliance> compliance() {
        return compliance;
    }

    private void channel(Fields names, String id) {
        if (names.place(id) instanceof YamlNode.Mapping) {
            purposes.put(id, Set.of());
            names.map(id).ifPresent(fields -> fields(fields, id));
        } else {
            purposes.put(id, purposes(names, id));
        }
    }

    private void fields(Fields fields, String id) {
        try (fields) {
            fields.choice("kind", ChannelKind.words()).ifPresent(kind -> kinds.put(id, kind));
            if (!fields.flag("profiling", true)) {
                impersonal.add(id);
            }
            fields.integer("daily", 0, MOST_DAILY).ifPresent(limit -> daily.put(id, limit));
            purposes.put(id, purposes(fields, "purposes"));
            Address address = address(fields);
            Compliance asked = new Compliance(
                    fields.map("hours").map(ChannelReader::closed).orElse(null),
                    fields.value("optOut", ChannelReader::optOut).orElse(""),
                    address.attribute(),
                    address.needed());
            if (!asked.equals(Compliance.NONE)) {
                compliance.put(id, asked);
            }
        }
    }

    private record Address(String attribute, boolean needed) {}

    private static Address address(Fields fields) {
        if (fields.has("address") && fields.place("address") instanceof YamlNode.Mapping) {
            return fields.map("address").map(ChannelReader::needed).orElse(new Address("", false));
        }
        return new Address(fields.text("address").orElse(""), false);
    }

    private static Address needed(Fields address) {
        try (address) {
            return new Address(address.requiredText("attribute"), address.flag("required", false));
        }
    }

    private static String optOut(String text) {
        if (text.isBlank() || text.length() > LONGEST_OPT_OUT) {
            throw new WrongValue(
                    "settings.opt-out",
                    "it must be what people answer to get no more, at most " + LONGEST_OPT_OUT
                            + " characters.\nMaybe \"拒收请回复R\".");
        }
        return text;
    }

    /** The hours outside those written, in which the channel is open. */
    private static @Nullable QuietHours closed(Fields fields) {
        try (fields) {
            LocalTime from = fields.requiredValue("from", WrittenValues::time, LocalTime.NOON);
            LocalTime to = fields.requiredValue("to", WrittenValues::time, LocalTime.MIDNIGHT);
            if (from.equals(to)) {
                fields.fault(
                        "to",
                        "settings.hours",
                        "Open from " + from + " to " + to + " is never or always.\nMaybe from 08:00 to 22:00.");
                return null;
            }
            return hours(fields, to, from);
        }
    }

    /** Hours in which messages wait. */
    static QuietHours hours(Fields fields, LocalTime from, LocalTime to) {
        Duration spread = fields.value("spread", WrittenValues::positive).orElse(SPREAD);
        Set<Purpose> purposes = fields.has("purposes") ? purposes(fields, "purposes") : EnumSet.of(Purpose.MARKETING);
        QuietHours hours = new QuietHours(from, to, spread, purposes);
        if (!from.equals(to) && fields.has("spread") && spread.compareTo(hours.open()) >= 0) {
            fields.fault(
                    "spread",
                    "settings.spread",
                    "Messages held until " + to + " would be spread beyond " + from
                            + ", when the next wait begins.\nMaybe \"30m\".");
        }
        return hours;
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
