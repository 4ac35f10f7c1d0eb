package io.siyu.web.audience;

import io.siyu.campaign.Whom;
import io.siyu.web.audience.AudienceDesk.Asked;
import io.siyu.web.publish.Publishing;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many members meet conditions now: an audience that is asked about once. */
@Component
public final class MembersMeeting {
    private final AudienceDesk desk;
    private final Publishing publishing;

    MembersMeeting(AudienceDesk desk, Publishing publishing) {
        this.desk = desk;
        this.publishing = publishing;
    }

    /** What members say; counts are absent when a condition has a fault, or hangs on the store that calls. */
    public ReachTold told(List<String> conditions) {
        if (conditions.stream().anyMatch(condition -> Whom.CALLING.stream().anyMatch(condition::contains))) {
            return ReachTold.of(null, List.of()); // why: no store calls while conditions are written
        }
        String items = conditions.stream()
                .map(condition -> "  - \"" + condition.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        // why: who meets them hangs on no channel, but a question about a message names one
        return publishing.edition().settings().channels().entrySet().stream()
                .flatMap(channel -> channel.getValue().stream()
                        .sorted()
                        .map(purpose -> new Asked(purpose.word(), channel.getKey(), null, false)))
                .findFirst()
                .map(any -> desk.ofDraft("version: 1\nid: rows-asked\nname: asked\nwhen:\n" + items, any))
                .orElseGet(() -> ReachTold.of(null, List.of()));
    }
}
