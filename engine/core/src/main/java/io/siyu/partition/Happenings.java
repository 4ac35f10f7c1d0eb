package io.siyu.partition;

import io.siyu.decision.Decide;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries about one subject, or about the partition itself. */
final class Happenings {
    private final Advance.Work work;

    Happenings(Advance.Work work) {
        this.work = work;
    }

    void run() {
        Event event = work.entry.event();
        if (event.subject().kind() == SubjectKind.PARTITION) {
            control(event);
        } else {
            work.take(work.decide().event(work.state(event.subject()), work.partition, event, work.entry.at()));
        }
    }

    private void control(Event event) {
        switch (event.type().name()) {
            case "edition.activated" -> activate(event);
            case "campaign.ended" -> end(text(event, "campaign"));
            case "campaign.called" ->
                CallScan.all(work.decide().edition(), event, work.entry.position())
                        .forEach(scan -> work.next.add(new Next(EntryKind.SCAN, scan)));
            case "campaign.paused", "campaign.resumed" ->
                work.partition = work.partition.after(event.type().name(), text(event, "campaign"));
            case "quota.lent", "quota.refused", "quota.recalled" -> new Blocks(work).heard(event);
            case "snapshot" -> {
                // why: whoever writes the batch takes it; nothing is decided.
            }
            case "entry.requeued" -> {
                // why: what is tried again follows as an entry of its own; this one tells where it comes from.
            }
            default ->
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "A partition has no use for the event (%s).",
                        event.type().name()));
        }
    }

    /** Nothing more is decided for the campaign; what waits to be sent is cancelled member by member. */
    private void end(String campaign) {
        if (!work.partition.ended().contains(campaign)) {
            work.partition = work.partition.after("campaign.ended", campaign);
            scan(Scans.ENDED, "ended-" + campaign, campaign);
        }
    }

    private void activate(Event event) {
        String hash = text(event, "edition");
        long revision = event.data().number("revision", 0);
        if (revision <= work.partition.revision()) {
            return;
        }
        work.partition = work.partition.activated(hash, revision);
        Decide activated = work.decideWith(hash);
        new Blocks(work).limited(activated.edition().settings());
        // why: a visit plants timers for dates anew and does nothing else; an earlier one still on its way goes on.
        if (!activated.plantsAs(work.decide())) {
            scan(Scans.ACTIVATION, "activation-" + revision, null);
        }
    }

    /** Visits the members already there, a few at a time, behind this entry. */
    private void scan(String purpose, String id, @Nullable String campaign) {
        Subject self = Subject.partition(work.partition.number());
        var scan = work.decide().edition().catalogue().require("scan");
        work.next.add(new Next(
                EntryKind.SCAN,
                HouseEvent.of(scan, id)
                        .with("purpose", purpose)
                        .with("campaign", campaign)
                        .with("kind", SubjectKind.MEMBER.word())
                        .with("after", "")
                        .with("position", work.entry.position())
                        .about(self, work.entry.at())));
    }

    private static String text(Event event, String field) {
        String value = event.data().text(field);
        return value == null ? "" : value;
    }
}
