package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.CampaignProfile;

/** Counts goals by letter: members tell their campaign, and a campaign that has enough tells every partition. */
final class Goals {
    private final Turn turn;
    private final int partitions;

    Goals(Turn turn, int partitions) {
        this.turn = turn;
        this.partitions = partitions;
    }

    /** An event of a member that counts for a campaign the member is or was in. */
    void count(String campaign, Event event) {
        boolean entered = turn.state.enrolments().in(campaign)
                || turn.state.enrolments().done().containsKey(campaign);
        if (!entered) {
            return;
        }
        EventType type = turn.edition.catalogue().require("goal.counted");
        turn.letters.add(new Letter(HouseEvent.of(type, "goal-" + campaign + "-" + event.id())
                .with("campaign", campaign)
                .with("event", event.id())
                .with("member", turn.state.subject().written())
                .about(new Subject(SubjectKind.CAMPAIGN, campaign), turn.at)));
        Campaign reached = turn.edition.campaign(campaign);
        if (reached != null && reached.goal() != null && reached.goal().exit()) {
            new Enrol(turn).leave(campaign, event);
        }
    }

    /** A campaign heard of one more; if that meets its goal it ends, once. */
    void reached(Event event) {
        if (!event.type().name().equals("goal.counted") || !(turn.state.profile() instanceof CampaignProfile now)) {
            return;
        }
        Campaign campaign = turn.edition.campaign(turn.state.subject().id());
        long enough = campaign == null || campaign.goal() == null
                ? 0
                : campaign.goal().count();
        if (campaign == null || enough == 0 || now.ended() || now.goals() < enough) {
            return;
        }
        turn.state = turn.state.with(now.end());
        EventType type = turn.edition.catalogue().require("campaign.ended");
        for (int p = 0; p < partitions; p++) {
            turn.letters.add(new Letter(HouseEvent.of(type, "ended-" + campaign.id() + "-" + p)
                    .with("campaign", campaign.id())
                    .with("reason", "goal")
                    .about(Subject.partition(p), turn.at)));
        }
    }
}
