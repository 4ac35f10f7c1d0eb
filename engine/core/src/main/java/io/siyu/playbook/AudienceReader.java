package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * Reads whom a step addresses: {@code members}, {@code communities}, {@code {communities: marketing}}, or {@code store}, the
 * one whose event calls.
 */
final class AudienceReader {

    /** The types a community may have. */
    static final List<String> COMMUNITY_TYPES = List.of("marketing", "content", "service");

    private static final String AUDIENCE = "audience";
    private static final String STORE = "store";
    private static final List<String> EVERYBODY = List.of("members", "communities", STORE);

    private AudienceReader() {}

    static Audience read(Fields step, String verb, Outline outline, Draft draft) {
        boolean push = verb.equals("push");
        boolean chosen = step.has(AUDIENCE);
        Audience audience = push && !chosen ? Audience.COMMUNITIES : written(step);
        boolean chooses = outline.isPlanned() || outline.isCalled();
        if (!chooses && chosen) {
            step.fault(
                    AUDIENCE,
                    "step.audience",
                    "Only the steps of a cadence, of a schedule, or of what a store or the retailer calls choose an audience;"
                            + " others go to the member who entered.\nMaybe delete it.");
        } else if (push && (!chooses || audience.equals(Audience.MEMBERS))) {
            step.fault(
                    "push",
                    "step.push",
                    "A push goes to communities, by a cadence, a schedule, or a call of a store or the retailer.\n"
                            + "Maybe \"send\" was meant.");
        } else if (audience.equals(Audience.STORE)) {
            store(step, verb, outline, draft);
        }
        return audience;
    }

    /** The store itself is told in tasks, of its own event, under conditions of the trigger. */
    private static void store(Fields step, String verb, Outline outline, Draft draft) {
        if (!verb.equals("task") || !outline.isOfStore(draft.house().catalogue())) {
            step.fault(
                    AUDIENCE,
                    "step.audience-store",
                    "Only a task goes to the store, and only of an event that is the store's.\n"
                            + "Maybe \"communities\" was meant, or nothing.");
        } else if (step.has("when")) {
            step.fault(
                    "when",
                    "step.store-when",
                    "A store meets no conditions of a step.\nMaybe ask them of the event, below the trigger.");
        }
    }

    private static Audience written(Fields step) {
        Optional<YamlNode> node = step.node(AUDIENCE);
        if (node.isEmpty()) {
            return Audience.MEMBERS;
        }
        if (node.get() instanceof YamlNode.Text) {
            return step.value(AUDIENCE, AudienceReader::everybody).orElse(Audience.MEMBERS);
        }
        return step.map(AUDIENCE).map(AudienceReader::narrowed).orElse(Audience.MEMBERS);
    }

    private static Audience narrowed(Fields fields) {
        try (fields) {
            if (!fields.has("communities")) {
                fields.requiredText("communities");
            }
            return new Audience(
                    "community",
                    fields.value("communities", AudienceReader::type).orElse(null));
        }
    }

    private static Audience everybody(String word) {
        return switch (word) {
            case "members" -> Audience.MEMBERS;
            case "communities" -> Audience.COMMUNITIES;
            case STORE -> Audience.STORE;
            default ->
                throw new WrongValue(
                        "audience.unknown",
                        "it must be one of " + String.join(", ", EVERYBODY) + ".\n" + Nearest.maybe(word, EVERYBODY));
        };
    }

    private static String type(String word) {
        if (!COMMUNITY_TYPES.contains(word)) {
            throw new WrongValue(
                    "audience.unknown",
                    "communities are " + String.join(", ", COMMUNITY_TYPES) + ".\n"
                            + Nearest.maybe(word, COMMUNITY_TYPES));
        }
        return word;
    }
}
