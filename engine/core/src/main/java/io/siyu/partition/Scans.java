package io.siyu.partition;

import io.siyu.decision.Cancel;
import io.siyu.decision.Outcome;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.State;
import java.util.List;

/**
 * One chunk of a scan: a cadence step due for an audience, members called for an event of a store, or an activation or a
 * campaign's end reaching the subjects already there.
 *
 * <p>Subjects in lexical order, at most {@value #CHUNK} a chunk; whoever is newer than the scan is out.
 */
final class Scans {
    /** Purpose: an edition came into force. */
    static final String ACTIVATION = "activation";
    /** Purpose: a campaign is over. */
    static final String ENDED = "ended";

    /** Subjects per chunk. */
    static final int CHUNK = 16;

    private final Advance.Work work;
    private final Event scan;
    private long newest;

    Scans(Advance.Work work) {
        this.work = work;
        this.scan = work.entry.event();
    }

    /** Whom a chunk visits. */
    static Visit visit(int partition, Entry chunk) {
        Event scan = chunk.event();
        return new Visit.Behind(partition, kind(scan), text(scan, "after"), CHUNK);
    }

    private static SubjectKind kind(Event scan) {
        return SubjectKind.of(text(scan, "kind")).orElse(SubjectKind.MEMBER);
    }

    void run() {
        String campaign = text("campaign");
        boolean over = text("purpose").equals(ENDED);
        if (!over && work.partition.ended().contains(campaign)) {
            return;
        }
        List<Subject> chunk = work.holdings.subjects(kind(scan), text("after"), CHUNK);
        newest = scan.data().number("position", work.entry.position());
        for (Subject subject : chunk) {
            State state = work.state(subject);
            if (state.since() > newest) {
                continue;
            }
            if (!over) {
                work.take(one(state));
            } else if (state.sends().by(campaign)) {
                work.ask(new Cancel.Ended(subject, campaign));
            }
        }
        if (chunk.size() == CHUNK) {
            work.next.add(new Next(EntryKind.SCAN, continuation(chunk.get(CHUNK - 1))));
        }
    }

    private Outcome one(State state) {
        return switch (text("purpose")) {
            case ACTIVATION -> work.decide().activation(state, work.partition, work.entry.at());
            case CallScan.CALLED -> work.decide().called(state, work.partition, scan, work.entry.at());
            default -> work.decide().step(state, work.partition, scan, work.entry.at());
        };
    }

    private Event continuation(Subject last) {
        String first =
                scan.id().contains("+") ? scan.id().substring(0, scan.id().indexOf('+')) : scan.id();
        HouseEvent next = HouseEvent.of(scan.type(), first + "+" + last.id())
                .with("purpose", text("purpose"))
                .with("campaign", text("campaign"))
                .with("step", text("step"))
                .with("occurrence", text("occurrence"))
                .with("due", scan.value("due"))
                .with("kind", text("kind"))
                .with("after", last.id())
                .with("position", newest);
        return CallScan.carrying(next, scan).about(scan.subject(), scan.time());
    }

    private String text(String field) {
        return text(scan, field);
    }

    private static String text(Event scan, String field) {
        String value = scan.data().text(field);
        return value == null ? "" : value;
    }
}
