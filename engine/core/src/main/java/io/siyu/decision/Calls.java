package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Durations;
import io.siyu.campaign.Trigger;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Intent;
import io.siyu.rule.Action;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events of stores and the retailer that call members: a letter to every partition, then each member asked once, each
 * community too where it has steps, and the store itself.
 */
final class Calls {
    /** What a store or the retailer does, as decisions name it. */
    static final String ACTION = "call";

    /** Where it stands among a campaign's steps, beside entering, which has no step; no step can be called so. */
    static final String STEP = ".call";

    private final Turn turn;

    Calls(Turn turn) {
        this.turn = turn;
    }

    /** The campaign this proposal calls members into; null if the subject would enter itself. */
    static @Nullable Campaign of(Turn turn, Proposal proposal) {
        if (proposal.action() != Action.ENROL || !speaksForMany(turn.state.subject())) {
            return null;
        }
        Campaign campaign = turn.edition.campaign(proposal.target());
        return campaign != null && campaign.trigger() instanceof Trigger.OnCall ? campaign : null;
    }

    /** Whether this is nobody who could be in an experiment, but one whose events concern others. */
    static boolean speaksForMany(Subject subject) {
        return subject.kind() == SubjectKind.STORE || subject.kind() == SubjectKind.RETAILER;
    }

    /** The event lets the campaign call: if nothing is against it, every partition hears of it. */
    void call(Campaign campaign, Proposal proposal, Event event) {
        Trigger.OnCall trigger = (Trigger.OnCall) campaign.trigger();
        Ruling refusal = new Enrol(turn).closed(campaign);
        Intent intent = intent(campaign, proposal, event);
        if (refusal == null && isLate(trigger, event.time())) {
            refusal = late(trigger);
        }
        if (refusal != null) {
            new Judge(turn).refuse(intent, refusal);
        } else if (new Judge(turn).judge(intent).verdict() == Verdict.SEND) {
            Map<String, String> said = said(campaign, event);
            tell(campaign, event, said);
            if (campaign.isFor(turn.state.subject().kind().word())) {
                String id = event.id();
                String type = event.type().name();
                String variant = new Enrol(turn).variant(campaign);
                var cause = new Propose.Cause(campaign.id(), id, type, id, event.time(), said, variant);
                new Enrol(turn).enter(proposal, cause, "");
            }
        }
    }

    private Intent intent(Campaign campaign, Proposal proposal, Event event) {
        return new Intent(
                Ids.proposal(turn.state.subject(), campaign.id(), ACTION, event.id()),
                event.id(),
                event.type().name(),
                event.id(),
                event.time(),
                proposal.rule(),
                campaign.id(),
                STEP,
                ACTION,
                campaign.id(),
                campaign.priority(),
                Map.of());
    }

    private void tell(Campaign campaign, Event event, Map<String, String> about) {
        EventType type = turn.edition.catalogue().require("campaign.called");
        List<String> said = new ArrayList<>();
        about.forEach((name, value) -> said.addAll(List.of(name, value)));
        String store = store(event);
        for (int p = 0; p < turn.partitions; p++) {
            turn.letters.add(new Letter(HouseEvent.of(type, "called-" + campaign.id() + "-" + event.id() + "-" + p)
                    .with("campaign", campaign.id())
                    .with("occurrence", event.id())
                    .with("due", event.time())
                    .with("event", event.type().name())
                    .with("store", store.isEmpty() ? null : store)
                    .with("said", said.isEmpty() ? null : said)
                    .about(Subject.partition(p), turn.at)));
        }
    }

    /** What the campaign's texts print of the event. */
    private Map<String, String> said(Campaign campaign, Event event) {
        Journeys.Way way = turn.journeys.way(campaign.id());
        return way == null ? Map.of() : Printed.about(event, way.prints(), turn.edition.settings());
    }

    private static String store(Event event) {
        return event.subject().kind() == SubjectKind.STORE ? event.subject().id() : Enrol.text(event, "store");
    }

    /** The scan has come to this member or community: the entry rules of the campaign see it as it is now. */
    void heard(Event scan) {
        Campaign campaign = turn.edition.campaign(String.valueOf(scan.value("campaign")));
        String occurrence = String.valueOf(scan.value("occurrence"));
        if (campaign == null
                || !(campaign.trigger() instanceof Trigger.OnCall trigger)
                || !(scan.value("due") instanceof Instant since)) {
            return;
        }
        Map<String, String> about = about(scan);
        var cause = new Propose.Cause(
                campaign.id(),
                occurrence,
                String.valueOf(scan.value("event")),
                occurrence,
                since,
                about,
                new Enrol(turn).variant(campaign));
        Event asked = turn.called(campaign.id(), occurrence, since, Enrol.text(scan, "store"));
        for (Proposal proposal : turn.fire(asked, null, about).proposals()) {
            if (proposal.action() != Action.ENROL || !proposal.target().equals(campaign.id())) {
                continue;
            }
            if (isLate(trigger, since)) {
                new Judge(turn).refuse(Propose.intent(turn, proposal, campaign, cause), late(trigger));
            } else {
                new Enrol(turn).enter(proposal, cause, "");
            }
        }
    }

    private static Map<String, String> about(Event scan) {
        Map<String, String> about = new TreeMap<>();
        if (scan.value("said") instanceof List<?> said) {
            for (int i = 0; i + 1 < said.size(); i += 2) {
                about.put(String.valueOf(said.get(i)), String.valueOf(said.get(i + 1)));
            }
        }
        return about;
    }

    private boolean isLate(Trigger.OnCall trigger, Instant since) {
        return turn.at.isAfter(since.plus(trigger.within()));
    }

    private static Ruling late(Trigger.OnCall trigger) {
        return Ruling.drop(Reason.CALL_LATE, Durations.text(trigger.within()));
    }
}
