package io.siyu.web.campaign;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign or a template as the gallery shows it.
 *
 * @param trigger {@code event}, {@code date}, {@code cadence} or {@code schedule}
 * @param on the event, the date, the first day, or when the rounds begin
 * @param words the first comment of its file
 * @param standing how it stands in this house; null for a template
 */
record CampaignCard(
        String id,
        String name,
        String trigger,
        String on,
        String words,
        @Nullable Standing standing) {

    private static final List<String> TRIGGERS = List.of("cadence", "schedule", "event", "date");

    /** How a campaign stands. */
    enum Standing {
        DRAFT,
        IN_FORCE,
        PAUSED;

        /** The key of its name in the message bundles. */
        public String messageKey() {
            return "campaign.standing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static CampaignCard of(String id, CampaignText text, String language, @Nullable Standing standing) {
        String name = text.value("/name/" + language);
        String trigger = TRIGGERS.stream()
                .filter(form -> text.names("/trigger").contains(form))
                .findFirst()
                .orElse("event");
        String on = on(trigger, text);
        String first = text.text().lines().findFirst().orElse("");
        String words = first.startsWith("#") ? first.substring(1).strip() : "";
        String plain = name.isEmpty() ? text.value("/name") : name;
        return new CampaignCard(id, plain.isEmpty() ? id : plain, trigger, on, words, standing);
    }

    private static String on(String trigger, CampaignText text) {
        return switch (trigger) {
            case "cadence" -> text.value("/trigger/cadence/start");
            case "schedule" ->
                Stream.of("once", "cron", "every")
                        .map(form -> text.value("/trigger/schedule/" + form))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
            default -> text.value("/trigger/" + trigger);
        };
    }
}
