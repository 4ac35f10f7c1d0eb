package io.siyu.partition;

import io.siyu.campaign.Occurrence;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;

/** The scan that begins a planned step in one partition; the calendar of a live house and a replay make the same. */
public final class StepScan {
    private StepScan() {}

    /** The first chunk of an occurrence; its id makes a second firing harmless. */
    public static Event of(EventType scan, Occurrence occurrence, int partition) {
        return HouseEvent.of(scan, "scan-" + occurrence.id())
                .with("purpose", "step")
                .with("campaign", occurrence.campaign())
                .with("step", occurrence.step())
                .with("occurrence", occurrence.round())
                .with("due", occurrence.planned())
                .with("kind", occurrence.audience().kind())
                .with("after", "")
                .about(Subject.partition(partition), occurrence.planned());
    }
}
