package io.siyu.partition;

import io.siyu.campaign.Campaign;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.SubjectKind;
import io.siyu.rule.Edition;
import java.util.List;
import java.util.stream.Stream;

/** The scans by which a partition calls its members and communities for an event of a store or the retailer. */
final class CallScan {
    /** Purpose: members or communities are called. */
    static final String CALLED = "called";

    private CallScan() {}

    /** The first chunks behind the letter that told of the event: of members, of communities, or of both. */
    static List<Event> all(Edition edition, Event called, long position) {
        Campaign campaign = edition.campaign(String.valueOf(called.value("campaign")));
        return campaign == null
                ? List.of()
                : Stream.of(SubjectKind.MEMBER, SubjectKind.COMMUNITY)
                        .filter(kind -> campaign.isFor(kind.word()))
                        .map(kind -> of(edition.catalogue().require("scan"), kind, called, position))
                        .toList();
    }

    /** Whoever is newer than the letter is out. */
    private static Event of(EventType scan, SubjectKind kind, Event called, long position) {
        // why: no campaign's id has a dot, so that no two scans are called the same
        String id = kind == SubjectKind.MEMBER ? CALLED : CALLED + "." + kind.word();
        HouseEvent first = HouseEvent.of(scan, id + "-" + called.value("campaign") + "-" + called.value("occurrence"))
                .with("purpose", CALLED)
                .with("campaign", called.value("campaign"))
                .with("step", "")
                .with("occurrence", called.value("occurrence"))
                .with("due", called.value("due"))
                .with("kind", kind.word())
                .with("after", "")
                .with("position", position);
        return carrying(first, called).about(called.subject(), called.time());
    }

    /** What the calling event said, as every chunk carries it on; nothing of scans that nobody called. */
    static HouseEvent carrying(HouseEvent next, Event told) {
        return next.with("event", told.value("event"))
                .with("store", told.value("store"))
                .with("said", told.value("said"));
    }
}
