package io.siyu.web.campaign;

import io.siyu.web.lifecycle.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign or a template as the gallery shows it.
 *
 * @param trigger {@code event}, {@code date}, {@code cadence} or {@code schedule}
 * @param on the event, the date, the first day, or when the rounds begin
 * @param words the first comment of its file
 * @param stage where it stands in this house; null for a template
 * @param draft where its draft stands; null if there is none, or nothing else of it
 */
record CampaignCard(
        String id,
        String name,
        String trigger,
        String on,
        String words,
        @Nullable Stage stage,
        @Nullable Stage draft) {

    private static final List<String> TRIGGERS = List.of("cadence", "schedule", "event", "date", "absence");

    /** A template. */
    static CampaignCard of(String id, CampaignText text, String language) {
        String name = text.value("/name/" + language);
        String trigger = TRIGGERS.stream()
                .filter(form -> text.names("/trigger").contains(form))
                .findFirst()
                .orElse("event");
        String on = on(trigger, text);
        String first = text.text().lines().findFirst().orElse("");
        String words = first.startsWith("#") ? first.substring(1).strip() : "";
        String plain = name.isEmpty() ? text.value("/name") : name;
        return new CampaignCard(id, plain.isEmpty() ? id : plain, trigger, on, words, null, null);
    }

    /** The same as a campaign of this house. */
    CampaignCard standing(Stage where, @Nullable Stage drafted) {
        return new CampaignCard(id, name, trigger, on, words, where, drafted);
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
