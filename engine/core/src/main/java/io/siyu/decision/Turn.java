package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.SubjectKind;
import io.siyu.event.Values;
import io.siyu.member.Coupon;
import io.siyu.member.Enrolment;
import io.siyu.member.Intent;
import io.siyu.member.MemberProfile;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.Zones;
import io.siyu.rule.Consulted;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The work in progress for one subject within one entry; lives on one thread's stack and ends as an outcome. */
final class Turn {

    final Edition edition;
    final Instant at;
    final List<Decision> decisions = new ArrayList<>(2);
    final List<Letter> letters = new ArrayList<>(0);
    final List<Request> requests = new ArrayList<>(0);
    final List<Consulted> consulted = new ArrayList<>(1);
    final List<Fired.RuleFault> faults = new ArrayList<>(0);
    final Tally tally;
    final Journeys journeys;
    final int partitions;
    State state;
    PartitionState partition;
    private final RuleSession rules;
    private final @Nullable Witness witness;

    Turn(Asked asked, State state, PartitionState partition, Instant at) {
        this.edition = asked.edition();
        this.journeys = asked.journeys();
        this.partitions = asked.partitions();
        this.rules = asked.rules();
        this.witness = asked.witness();
        this.state = state;
        this.partition = partition;
        this.at = at;
        this.tally = new Tally(partition);
    }

    /** Who decides, who looks on, and how many partitions the house has; none where no letters go out. */
    record Asked(
            Edition edition,
            Journeys journeys,
            RuleSession rules,
            @Nullable Witness witness,
            int partitions) {}

    /** All proposals of the rules for this event, sorted. */
    Fired fire(Event event, @Nullable Coupon coupon, Map<String, String> about) {
        Fact fact = new Fact(event, state, at, coupon, about);
        if (witness != null) {
            witness.asked(fact);
        }
        Fired fired = rules.fire(fact);
        consulted.add(Consulted.about(event.type().name(), fired));
        faults.addAll(fired.faults());
        return fired;
    }

    /** The guards' ruling on a case, before whoever looks on. */
    Ruling ruling(Case c) {
        Ruling ruling = Worded.of(c, Guards.judge(c));
        if (witness != null) {
            witness.judged(c.intent(), Hearing.of(c), ruling);
        }
        return ruling;
    }

    /** A ruling that was made before any guard was asked, before whoever looks on. */
    void refused(Intent intent, Ruling ruling) {
        if (witness != null) {
            witness.judged(intent, List.of(), ruling);
        }
    }

    /** Where the member lives as far as that is known, else where the house is. */
    ZoneId zone() {
        return Zones.of(state, edition.settings().zone());
    }

    /** A step of a campaign that is due for this subject now; an empty step means entering it. */
    Event stepDue(String campaign, String step, String occurrence, Instant due) {
        return HouseEvent.of(edition.catalogue().require("step.due"), occurrence)
                .with("campaign", campaign)
                .with("step", step)
                .with("occurrence", occurrence)
                .with("due", due)
                .about(state.subject(), at);
    }

    /** The member or community is asked whether to enter a campaign that an event of this store calls for; empty for none. */
    Event called(String campaign, String occurrence, Instant due, String store) {
        return HouseEvent.of(edition.catalogue().require("step.due"), occurrence)
                .with("campaign", campaign)
                .with("step", state.subject().kind() == SubjectKind.COMMUNITY ? Campaign.COMMUNITIES : "")
                .with("occurrence", occurrence)
                .with("due", due)
                .with("store", store.isEmpty() ? null : store)
                .about(state.subject(), at);
    }

    /** What the rules propose for a step of a campaign that is due now for somebody inside. */
    List<Proposal> due(String campaign, String step, Enrolment enrolment, Instant due) {
        String about = enrolment.key().isEmpty() ? enrolment.occurrence() : enrolment.key();
        Event stepDue = stepDue(campaign, step, enrolment.occurrence(), due);
        return fire(stepDue, coupon(about), enrolment.about()).proposals();
    }

    /** The coupon of this id, if the subject is a member who has it. */
    @Nullable
    Coupon coupon(@Nullable String id) {
        return id != null && state.profile() instanceof MemberProfile member
                ? member.coupons().find(id).orElse(null)
                : null;
    }

    /** The coupon an event names by {@code couponId}. */
    @Nullable
    Coupon couponOf(Event event) {
        int index = event.type().indexOf("couponId");
        return index < 0 ? null : coupon(text(event.data(), index));
    }

    private static @Nullable String text(Values values, int index) {
        return values.at(index) instanceof String text ? text : null;
    }

    Outcome outcome() {
        return new Outcome(state, tally.into(partition), decisions, letters, requests, consulted, faults);
    }
}
