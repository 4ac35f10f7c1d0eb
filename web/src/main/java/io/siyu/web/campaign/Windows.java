package io.siyu.web.campaign;

import io.siyu.web.lifecycle.Run.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The window a campaign file gives itself, in the house's local time. */
final class Windows {

    private Windows() {}

    static Window of(CampaignText text, ZoneId zone) {
        return new Window(
                instant(text.value("/window/from"), zone, Instant.MIN),
                instant(text.value("/window/until"), zone, Instant.MAX));
    }

    private static Instant instant(String written, ZoneId zone, Instant unbounded) {
        try {
            return written.isEmpty()
                    ? unbounded
                    : LocalDateTime.parse(written.strip().replace(' ', 'T'))
                            .atZone(zone)
                            .toInstant();
        } catch (DateTimeParseException otherwise) {
            return unbounded; // why: what is written wrongly is told as a fault of the file
        }
    }
}
