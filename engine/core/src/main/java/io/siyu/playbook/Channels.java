package io.siyu.playbook;

import io.siyu.campaign.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reading of {@code channel}: it must be one of the house's, and one that may carry the purpose. */
final class Channels {

    private Channels() {}

    static Optional<String> read(Fields fields, Draft draft) {
        return fields.value(
                "channel",
                name -> CapReader.known(
                        name, draft.house().settings().channels().keySet()));
    }

    /** Reports a channel that may not carry this purpose, at the field that names it. */
    static void checkPurpose(Fields fields, String channel, Purpose purpose, Draft draft) {
        Map<String, Set<Purpose>> channels = draft.house().settings().channels();
        Set<Purpose> allowed = channels.get(channel);
        if (allowed == null || allowed.contains(purpose)) {
            return;
        }
        List<String> others = channels.entrySet().stream()
                .filter(other -> other.getValue().contains(purpose))
                .map(Map.Entry::getKey)
                .toList();
        String advice = others.isEmpty()
                ? "Maybe allow it for a channel in settings.yaml."
                : "Maybe one of these was meant: " + String.join(", ", others) + ".";
        fields.fault(
                "channel",
                "channel.purpose",
                "The channel \"" + channel + "\" may not carry " + purpose.word() + " messages.\n" + advice);
    }
}
