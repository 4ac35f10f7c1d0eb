package io.siyu.partition;

import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.SubjectKind;

/** The scan by which a partition calls its members for an event of a store or the retailer. */
final class CallScan {
    /** Purpose: members are called. */
    static final String CALLED = "called";

    private CallScan() {}

    /** The first chunk behind the letter that told of the event; whoever is newer than the letter is out. */
    static Event of(EventType scan, Event called, long position) {
        HouseEvent first = HouseEvent.of(
                        scan, CALLED + "-" + called.value("campaign") + "-" + called.value("occurrence"))
                .with("purpose", CALLED)
                .with("campaign", called.value("campaign"))
                .with("step", "")
                .with("occurrence", called.value("occurrence"))
                .with("due", called.value("due"))
                .with("kind", SubjectKind.MEMBER.word())
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
