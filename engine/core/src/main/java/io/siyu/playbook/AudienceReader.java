package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Nearest;
import java.util.List;
import java.util.Optional;

/** Reads whom a cadence step addresses: {@code members}, {@code communities}, or {@code {communities: marketing}}. */
final class AudienceReader {

    /** The types a community may have. */
    static final List<String> COMMUNITY_TYPES = List.of("marketing", "content", "service");

    private static final List<String> EVERYBODY = List.of("members", "communities");

    private AudienceReader() {}

    static Audience read(Fields step, Faults faults) {
        Optional<YamlNode> node = step.node("audience");
        if (node.isEmpty()) {
            return Audience.MEMBERS;
        }
        if (node.get() instanceof YamlNode.Text) {
            return step.value("audience", AudienceReader::everybody).orElse(Audience.MEMBERS);
        }
        return step.map("audience").map(AudienceReader::narrowed).orElse(Audience.MEMBERS);
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
            case "communities" -> new Audience("community", null);
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
