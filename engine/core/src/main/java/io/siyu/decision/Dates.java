package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Trigger;
import io.siyu.event.Event;
import io.siyu.member.Coupon;
import io.siyu.member.MemberProfile;
import io.siyu.member.Timer;
import io.siyu.rule.Proposal;
import java.time.Instant;

/** Plants, moves and fires the timers of date triggers: so long before or after a date a member's state holds. */
final class Dates {
    private static final String COUPON_EXPIRY = "coupon.expiresAt";

    private final Turn turn;

    Dates(Turn turn) {
        this.turn = turn;
    }

    /** Plants timers for the coupon an event is about. History only plants what is still to come. */
    void concerning(Event event) {
        Coupon coupon = turn.couponOf(event);
        if (coupon == null) {
            return;
        }
        for (Campaign campaign : turn.edition.campaigns().values()) {
            if (campaign.trigger() instanceof Trigger.OnDate date && date.of().equals(COUPON_EXPIRY)) {
                plant(campaign, date, coupon, !event.backfill());
            }
        }
    }

    /** After an activation: date timers of the old edition go, those of the new one are planted for what is open. */
    void replant() {
        turn.state = turn.state.with(turn.state.timers().withoutIf(Timer.OnDate.class::isInstance));
        if (!(turn.state.profile() instanceof MemberProfile member)) {
            return;
        }
        for (Coupon coupon : member.coupons().all()) {
            for (Campaign campaign : turn.edition.campaigns().values()) {
                if (campaign.trigger() instanceof Trigger.OnDate date
                        && date.of().equals(COUPON_EXPIRY)) {
                    plant(campaign, date, coupon, true);
                }
            }
        }
    }

    private void plant(Campaign campaign, Trigger.OnDate date, Coupon coupon, boolean evenIfPast) {
        Instant due = coupon.expiresAt().minus(date.before());
        boolean open = !coupon.lapsed() && (date.before().isNegative() || coupon.open(turn.at));
        boolean wanted = open && (evenIfPast || due.isAfter(turn.at));
        if (wanted && !turn.state.enrolments().knows(campaign.id(), coupon.id())) {
            // why: a date already past fires at once, and what it says is as fresh as the coupon it tells of
            Instant fires = due.isBefore(turn.at) ? turn.at : due;
            turn.state = turn.state.with(turn.state.timers().with(new Timer.OnDate(fires, campaign.id(), coupon.id())));
        }
    }

    /** The date has come: the entry rule of the campaign sees the coupon as it is now. */
    void due(Timer.OnDate date) {
        Campaign campaign = turn.edition.campaign(date.campaign());
        Coupon coupon = turn.coupon(date.fact());
        if (campaign == null || coupon == null || coupon.lapsed()) {
            return;
        }
        Event event = turn.stepDue(campaign.id(), "", date.fact(), date.due());
        var about = CouponIssue.about(coupon, turn.edition);
        for (Proposal proposal : turn.fire(event, coupon, about).proposals()) {
            var cause = new Propose.Cause(campaign.id(), date.fact(), "step.due", date.fact(), turn.at, about);
            new Enrol(turn).enter(proposal, cause, date.fact());
        }
        if (!turn.state.enrolments().knows(campaign.id(), date.fact())) {
            // why: a date comes once; what was refused or did not match must not be asked again by a later event.
            turn.state = turn.state.with(turn.state.enrolments().over(campaign.id(), date.fact()));
        }
    }
}
