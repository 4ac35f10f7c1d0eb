package io.siyu.web.campaign;

import java.util.List;

/**
 * A campaign or a template as the gallery shows it.
 *
 * @param trigger {@code event}, {@code date} or {@code cadence}
 * @param on the event, the date or the first day
 * @param words the first comment of its file
 */
record CampaignCard(String id, String name, String trigger, String on, String words, boolean draft) {

    private static final List<String> TRIGGERS = List.of("cadence", "event", "date");

    static CampaignCard of(String id, CampaignText text, String language, boolean draft) {
        String name = text.value("/name/" + language);
        String trigger = TRIGGERS.stream()
                .filter(form -> text.names("/trigger").contains(form))
                .findFirst()
                .orElse("event");
        String on = text.value(trigger.equals("cadence") ? "/trigger/cadence/start" : "/trigger/" + trigger);
        String first = text.text().lines().findFirst().orElse("");
        String words = first.startsWith("#") ? first.substring(1).strip() : "";
        String plain = name.isEmpty() ? text.value("/name") : name;
        return new CampaignCard(id, plain.isEmpty() ? id : plain, trigger, on, words, draft);
    }
}
