package io.siyu.playbook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Time in a scenario: {@code after: 3d} from its start, or {@code at: 2026-03-05 10:00} in the retailer's zone.
 *
 * @param start of the scenario
 */
record StoryTime(Instant start, ZoneId zone) {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The moment a mapping names with {@code after} or {@code at}; the start, with a fault, when it names none. */
    Instant of(Fields fields) {
        if (fields.has("after") == fields.has("at")) {
            fields.faults()
                    .add(
                            fields.mapping(),
                            "scenario.time",
                            "Either \"after\" or \"at\" must stand here.\nMaybe \"after: 0m\".");
        }
        return fields.value("after", this::after)
                .or(() -> fields.value("at", this::at))
                .orElse(start);
    }

    /** A moment written either way. */
    Instant end(String text) {
        return text.contains(":") ? at(text) : after(text);
    }

    private Instant after(String text) {
        Duration length = WrittenValues.duration(text);
        if (length.compareTo(Scenario.LONGEST) > 0) {
            throw new WrongValue("scenario.time", "a scenario goes on for a year at most.\nMaybe the unit is wrong.");
        }
        return start.plus(length);
    }

    private Instant at(String text) {
        Instant at = at(text, zone);
        if (Duration.between(start, at).abs().compareTo(Scenario.LONGEST) > 0) {
            throw new WrongValue(
                    "scenario.time", "a scenario goes on for a year at most.\nMaybe the year is mistyped.");
        }
        return at;
    }

    static Instant at(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new WrongValue("scenario.time", "it must be a local date and time.\nMaybe \"2026-03-05 10:00\".");
        }
    }
}
