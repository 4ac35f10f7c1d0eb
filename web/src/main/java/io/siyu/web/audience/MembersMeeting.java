package io.siyu.web.audience;

import io.siyu.web.audience.AudienceDesk.Sending;
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

    /** What members say; counts are absent when a condition has a fault. */
    public ReachTold told(List<String> conditions) {
        String items = conditions.stream()
                .map(condition -> "  - \"" + condition.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        // why: who meets them hangs on no channel, but a question about a message names one
        return publishing.edition().settings().channels().entrySet().stream()
                .flatMap(channel -> channel.getValue().stream()
                        .sorted()
                        .map(purpose -> new Sending(purpose.word(), channel.getKey())))
                .findFirst()
                .map(any -> desk.ofDraft("version: 1\nid: rows-asked\nname: asked\nwhen:\n" + items, any, false))
                .orElseGet(() -> ReachTold.of(null, List.of()));
    }
}
