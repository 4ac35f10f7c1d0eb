package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Course;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Step;
import io.siyu.campaign.Window;
import io.siyu.event.Event;
import io.siyu.member.Enrolment;
import io.siyu.member.Enrolments;
import io.siyu.member.Intent;
import io.siyu.member.Timer;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enters the subject into campaigns, takes it on when a wait is over, and ends what an event ends. */
final class Enrol {
    private static final List<String> KEYS = List.of("orderId", "couponId");

    /** What an enrolment waits for behind its last step; no step can be called so. */
    private static final String HELD = ".held";

    private final Turn turn;

    Enrol(Turn turn) {
        this.turn = turn;
    }

    /** A rule proposes to enter the subject for an event: the occurrence is the event's id. */
    void onEvent(Proposal proposal, Event event) {
        Journeys.Way way = turn.journeys.way(proposal.target());
        Set<String> prints = way == null ? Set.of() : way.prints();
        Map<String, String> about = Printed.about(event, prints, turn.edition.settings());
        var cause = new Propose.Cause(
                proposal.target(),
                event.id(),
                event.type().name(),
                event.id(),
                event.time(),
                about,
                variant(way == null ? null : way.campaign()));
        enter(proposal, cause, key(way, event));
    }

    /** Judges the proposal to enter; waits behind a due step count from when it was due, others from now. */
    void enter(Proposal proposal, Propose.Cause cause, String key) {
        enter(proposal, cause, key, cause.trigger().equals("step.due") ? cause.since() : turn.at);
    }

    /** Judges the proposal to enter; if it may, opens the enrolment and goes through the first steps, as if at {@code base}. */
    void enter(Proposal proposal, Propose.Cause cause, String key, Instant base) {
        if (turn.state.enrolments().knows(cause.campaign(), cause.occurrence())) {
            return;
        }
        Campaign campaign = turn.edition.campaign(cause.campaign());
        var intent = Propose.intent(turn, proposal, campaign, cause);
        Ruling refusal = campaign == null ? null : refusal(campaign, key);
        if (refusal != null) {
            new Judge(turn).refuse(intent, refusal);
            return;
        }
        Ruling ruling = new Judge(turn).judge(intent);
        if (ruling.verdict() == Verdict.SEND && campaign != null) {
            live(campaign, key).forEach(this::leave);
            open(campaign, cause, key, base);
        }
    }

    private void open(Campaign campaign, Propose.Cause cause, String key, Instant base) {
        Enrolment enrolment = new Enrolment(
                cause.campaign(),
                cause.occurrence(),
                turn.at,
                cause.event(),
                cause.since(),
                key,
                cause.about(),
                campaign.journey().version(),
                cause.variant(),
                "");
        Enrolments next = turn.state.enrolments().opened(enrolment);
        if (campaign.journey().entry().remembers()) {
            next = next.remembering(campaign.id(), new Enrolments.Entered(key, turn.at));
        }
        turn.state = turn.state.with(next);
        Journeys.Way way = turn.journeys.way(campaign.id());
        if (way != null) {
            new Walk(turn, way, enrolment, cause).from(0, base);
        }
    }

    /** What the campaign itself has against entering now, or null if nothing. */
    private @Nullable Ruling refusal(Campaign campaign, String key) {
        Ruling closed = closed(campaign);
        if (closed != null) {
            return closed;
        }
        Entry entry = campaign.journey().entry();
        if (!entry.restarts() && !live(campaign, key).isEmpty()) {
            return Ruling.drop(Reason.ENTRY_LIVE, key);
        }
        Instant last = turn.state.enrolments().last(campaign.id(), key);
        return entry.remembers() && last != null && entry.isTooSoon(last, turn.at)
                ? Ruling.drop(Reason.ENTRY_AGAIN, key)
                : null;
    }

    /** That the campaign's window is not open, or null if it is. */
    @Nullable
    Ruling closed(Campaign campaign) {
        Window window = campaign.journey().window();
        ZoneId zone = turn.edition.settings().zone();
        return window != null && (window.isAhead(turn.at, zone) || window.isOver(turn.at, zone))
                ? Ruling.drop(Reason.CAMPAIGN_WINDOW, window.toString())
                : null;
    }

    private List<Enrolment> live(Campaign campaign, String key) {
        return turn.state.enrolments().open().stream()
                .filter(open ->
                        open.campaign().equals(campaign.id()) && open.key().equals(key))
                .toList();
    }

    /** The wait before a step is over, or the time in which an event had to come. */
    void goOn(Timer.NextStep next) {
        Enrolment enrolment =
                turn.state.enrolments().find(next.campaign(), next.occurrence()).orElse(null);
        if (enrolment == null) {
            return;
        }
        Journeys.Way way = turn.journeys.way(next.campaign(), enrolment.version());
        int from = way == null ? Course.END : way.course().find(next.step());
        if (way == null || from == Course.END) {
            over(enrolment);
            return;
        }
        var cause = new Propose.Cause(
                next.campaign(),
                next.occurrence(),
                "step.due",
                enrolment.event(),
                next.due(),
                enrolment.about(),
                enrolment.variant());
        boolean timeUp = enrolment.waiting().equals(next.step());
        Enrolment on = enrolment.waitingAt("").in(way.campaign().journey().version());
        turn.state = turn.state.with(turn.state.enrolments().replaced(on));
        Walk walk = new Walk(turn, way, on, cause);
        if (timeUp && way.course().stop(from).step() instanceof Step.Await) {
            walk.path(way.course().stop(from), 1, next.due());
        } else {
            walk.from(from, next.due());
        }
    }

    /** A planned step for this subject; entering the round happens with the first step that proposes. */
    void planned(Event scan) {
        String id = String.valueOf(scan.value("campaign"));
        String step = String.valueOf(scan.value("step"));
        String round = String.valueOf(scan.value("occurrence"));
        Journeys.Way way = turn.journeys.way(id, "");
        if (way == null || turn.partition.ended().contains(id) || hasReached(way.campaign(), round)) {
            return;
        }
        String variant = variant(way.campaign());
        Instant own = new OwnTime(turn).due(way.campaign(), step, round);
        Instant due = own == null ? scan.time() : own;
        var cause = new Propose.Cause(id, round, "step.due", scan.id(), due, Map.of(), variant);
        Enrolment enrolment = new Enrolment(id, round, turn.at, scan.id(), due, "", Map.of(), "", variant, "");
        boolean proposed = way.campaign()
                .act(step)
                .filter(act -> new Walk(turn, way, enrolment, cause).act(act))
                .isPresent();
        if (proposed && !turn.state.enrolments().knows(id, round)) {
            turn.state = turn.state.with(turn.state.enrolments().opened(enrolment));
        }
        if (way.campaign().isLast(step) && turn.state.enrolments().in(id)) {
            finish(enrolment);
        }
    }

    /** Whether the subject left this round of a campaign at its goal. */
    private boolean hasReached(Campaign campaign, String round) {
        Goal goal = campaign.goal();
        return goal != null
                && goal.exit()
                && turn.state
                        .enrolments()
                        .done()
                        .getOrDefault(campaign.id(), List.of())
                        .contains(round);
    }

    /** Ends the enrolments whose campaign names this event as an exit and whose order or coupon it is about. */
    void exits(Event event) {
        for (Enrolment enrolment : turn.state.enrolments().open()) {
            Campaign campaign = turn.edition.campaign(enrolment.campaign());
            if (campaign != null
                    && campaign.exits().contains(event.type().name())
                    && (enrolment.key().isEmpty() || names(event, enrolment.key()))) {
                leave(enrolment);
            }
        }
    }

    /** Ends the enrolments of a campaign that an event may be about, before their last step. */
    void leave(String campaign, Event event) {
        for (Enrolment enrolment : turn.state.enrolments().open()) {
            Journeys.Way way = turn.journeys.way(campaign, enrolment.version());
            if (enrolment.campaign().equals(campaign) && concerns(enrolment, way == null ? "" : way.key(), event)) {
                leave(enrolment);
            }
        }
    }

    /** Ends an enrolment before its last step. */
    void leave(Enrolment enrolment) {
        new Withdrawals(turn).left(enrolment);
        over(enrolment);
    }

    /** Ends an enrolment behind its last step, once nothing of it is on hold any more: until then an exit still counts. */
    void finish(Enrolment enrolment) {
        if (new Withdrawals(turn).held(enrolment).isEmpty()) {
            over(enrolment);
        } else {
            turn.state = turn.state.with(turn.state.enrolments().replaced(enrolment.waitingAt(HELD)));
        }
    }

    /** A hold is over: ends the enrolment that waited for nothing else. */
    void settle(Intent intent) {
        String campaign = intent.campaign();
        if (campaign == null) {
            return;
        }
        turn.state
                .enrolments()
                .find(campaign, intent.occurrence())
                .filter(enrolment -> enrolment.waiting().equals(HELD))
                .ifPresent(this::finish);
    }

    /** Ends an enrolment. */
    void over(Enrolment enrolment) {
        turn.state = turn.state
                .with(turn.state.enrolments().over(enrolment.campaign(), enrolment.occurrence()))
                .with(turn.state.timers().without(Timer.NextStep.id(enrolment.campaign(), enrolment.occurrence())));
    }

    /** The variant of a campaign this subject always gets. */
    String variant(@Nullable Campaign campaign) {
        return campaign == null || campaign.journey().variants().isEmpty()
                ? ""
                : Experiments.variant(
                        campaign.id(),
                        turn.state.subject(),
                        "variant",
                        campaign.journey().variants());
    }

    private static String key(Journeys.@Nullable Way way, Event event) {
        Entry.Per per = way == null ? null : way.campaign().journey().entry().per();
        if (per != null) {
            return per == Entry.Per.MEMBER ? "" : text(event, per.field());
        }
        for (String field : KEYS) {
            String id = text(event, field);
            if (!id.isEmpty()) {
                return id;
            }
        }
        return "";
    }

    /** Whether an event is about this order or coupon. */
    private static boolean names(Event event, String key) {
        return KEYS.stream().anyMatch(field -> text(event, field).equals(key));
    }

    /** Whether an event may be about what an enrolment is about: unless it names another order or coupon. */
    static boolean concerns(Enrolment enrolment, String field, Event event) {
        return enrolment.key().isEmpty()
                || field.isEmpty()
                || text(event, field).isEmpty()
                || names(event, enrolment.key());
    }

    /** A text of an event, or empty. */
    static String text(Event event, String field) {
        return !field.isEmpty() && event.value(field) instanceof String text ? text : "";
    }
}
