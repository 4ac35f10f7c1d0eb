package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Trigger;
import io.siyu.event.Event;
import io.siyu.event.Rfc3339;
import io.siyu.member.Coupon;
import io.siyu.member.MemberProfile;
import io.siyu.member.Profile;
import io.siyu.member.Timer;
import io.siyu.rule.Proposal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plants, moves and fires the timers of date triggers: so long before or after a date a member's state holds. */
final class Dates {
    private static final int YEARS_AHEAD = 2;

    /** Behind a campaign's id: facts it was asked about and nobody entered for. */
    private static final String ASKED = "#asked";

    private final Turn turn;
    private final Set<String> planted = new HashSet<>();

    Dates(Turn turn) {
        this.turn = turn;
    }

    /** Plants timers for the dates an event may have changed. History only plants what is still to come. */
    void concerning(Event event, Profile before) {
        if (turn.journeys.dates().isEmpty()) {
            return;
        }
        Coupon coupon = turn.couponOf(event);
        if (coupon != null) {
            turn.journeys
                    .around(Trigger.OnDate.COUPON_EXPIRY)
                    .forEach(campaign -> plant(campaign, coupon, !event.backfill()));
        }
        if (before instanceof MemberProfile was && turn.state.profile() instanceof MemberProfile is) {
            for (String date : turn.journeys.dates()) {
                if (!Objects.equals(date(date, was), date(date, is))) {
                    turn.journeys.around(date).forEach(campaign -> plant(campaign, is, !event.backfill()));
                }
            }
        }
    }

    /** After an activation: date timers of the old edition go, those of the new one are planted for what is open. */
    void replant() {
        turn.state.timers().list().stream()
                .filter(Timer.OnDate.class::isInstance)
                .forEach(timer -> planted.add(timer.id()));
        turn.state = turn.state.with(turn.state.timers().withoutIf(Timer.OnDate.class::isInstance));
        if (!(turn.state.profile() instanceof MemberProfile member)) {
            return;
        }
        for (Coupon coupon : member.coupons().all()) {
            turn.journeys.around(Trigger.OnDate.COUPON_EXPIRY).forEach(campaign -> plant(campaign, coupon, true));
        }
        for (String date : turn.journeys.dates()) {
            turn.journeys.around(date).forEach(campaign -> plant(campaign, member, true));
        }
    }

    private void plant(Campaign campaign, Coupon coupon, boolean evenIfPast) {
        Trigger.OnDate date = (Trigger.OnDate) campaign.trigger();
        Instant due = coupon.expiresAt().minus(date.before());
        boolean open = !coupon.lapsed() && (date.before().isNegative() || coupon.open(turn.at));
        if (open && (evenIfPast || due.isAfter(turn.at))) {
            plant(campaign, coupon.id(), due);
        }
    }

    private void plant(Campaign campaign, MemberProfile member, boolean evenIfPast) {
        Trigger.OnDate date = (Trigger.OnDate) campaign.trigger();
        Object value = date(date.of(), member);
        if (date.of().equals(Trigger.OnDate.COUPON_EXPIRY)) {
            return;
        }
        turn.state = turn.state.with(turn.state
                .timers()
                .withoutIf(timer ->
                        timer instanceof Timer.OnDate known && known.campaign().equals(campaign.id())));
        if (value instanceof Instant last) {
            String fact = "order-" + Rfc3339.format(last);
            Instant due = last.minus(date.before());
            if (due.isAfter(turn.at) || isPlanted(campaign, fact)) {
                plant(campaign, fact, due);
            }
        } else if (value instanceof MonthDay day) {
            yearly(campaign, day, evenIfPast);
        }
    }

    /** Plants the next year's timer that is still to come, or this year's while its day is not over. */
    private void yearly(Campaign campaign, MonthDay day, boolean evenIfPast) {
        Duration before = ((Trigger.OnDate) campaign.trigger()).before();
        ZoneId zone = turn.zone();
        int year = turn.at.atZone(zone).getYear() - 1;
        for (int next = year; next <= year + 1 + YEARS_AHEAD; next++) {
            LocalDate date = day.atYear(next);
            Instant due = before(date, before, zone);
            Instant over = Schedule.lived(date.plusDays(1).atStartOfDay(), zone);
            String fact = String.valueOf(next);
            boolean open = evenIfPast && !before.isNegative() && over.isAfter(turn.at);
            boolean coming = open || due.isAfter(turn.at) || isPlanted(campaign, fact);
            if (coming && !isKnown(campaign, fact)) {
                plant(campaign, fact, due);
                return;
            }
        }
    }

    /** Whether a timer for this fact was there before the edition came into force, so that it is due even if late. */
    private boolean isPlanted(Campaign campaign, String fact) {
        return planted.contains(Timer.OnDate.id(campaign.id(), fact));
    }

    /** So long before the day begins: whole days by the calendar, the rest by the clock. */
    private static Instant before(LocalDate date, Duration before, ZoneId zone) {
        long days = before.toDays();
        Instant begins = Schedule.lived(date.minusDays(days).atTime(LocalTime.MIDNIGHT), zone);
        return begins.minus(before.minusDays(days));
    }

    private void plant(Campaign campaign, String fact, Instant due) {
        if (!isKnown(campaign, fact)) {
            // why: a date already past fires at once, and what it says is as fresh as the coupon it tells of
            Instant fires = due.isBefore(turn.at) ? turn.at : due;
            turn.state = turn.state.with(turn.state.timers().with(new Timer.OnDate(fires, campaign.id(), fact)));
        }
    }

    /** The value of a date of the member: an instant, or a day that comes every year; null if it is not known. */
    private static @Nullable Object date(String name, MemberProfile member) {
        if (name.equals(Trigger.OnDate.LAST_ORDER)) {
            return member.orders().lastAt();
        }
        if (!name.startsWith(Trigger.OnDate.MEMBER)) {
            return null;
        }
        Object told = member.attributes().get(name.substring(Trigger.OnDate.MEMBER.length()));
        if (told instanceof LocalDate date) {
            return MonthDay.from(date);
        }
        return told instanceof String day ? monthDay(day) : null;
    }

    private static @Nullable MonthDay monthDay(String day) {
        try {
            return MonthDay.parse("--" + day);
        } catch (DateTimeException unreal) {
            return null;
        }
    }

    /** Whether the subject entered for this fact, or was asked about it. */
    private boolean isKnown(Campaign campaign, String fact) {
        return turn.state.enrolments().knows(campaign.id(), fact)
                || turn.state.enrolments().knows(campaign.id() + ASKED, fact);
    }

    /** The date has come: the entry rule of the campaign sees what it is about as it is now. */
    void due(Timer.OnDate date) {
        Campaign campaign = turn.edition.campaign(date.campaign());
        if (campaign == null || !(campaign.trigger() instanceof Trigger.OnDate on)) {
            return;
        }
        Coupon coupon = turn.coupon(date.fact());
        boolean ofCoupon = on.of().equals(Trigger.OnDate.COUPON_EXPIRY);
        if (ofCoupon && (coupon == null || coupon.lapsed())) {
            return;
        }
        Event event = turn.stepDue(campaign.id(), "", date.fact(), date.due());
        var about = coupon == null ? Map.<String, String>of() : CouponIssue.about(coupon, turn.edition);
        String variant = new Enrol(turn).variant(campaign);
        for (Proposal proposal : turn.fire(event, coupon, about).proposals()) {
            var cause = new Propose.Cause(campaign.id(), date.fact(), "step.due", date.fact(), turn.at, about, variant);
            come(date, proposal, cause, ofCoupon ? date.fact() : "");
        }
        if (!turn.state.enrolments().knows(campaign.id(), date.fact())) {
            // why: a date comes once; what was refused or did not match must not be asked again by a later event.
            turn.state = turn.state.with(turn.state.enrolments().over(campaign.id() + ASKED, date.fact()));
        }
        if (!ofCoupon
                && turn.state.profile() instanceof MemberProfile member
                && date(on.of(), member) instanceof MonthDay next) {
            yearly(campaign, next, false);
        }
    }

    /** Enters for a date; for a day that comes every year only while it is not over, and as if it had been in time. */
    private void come(Timer.OnDate date, Proposal proposal, Propose.Cause cause, String key) {
        Campaign campaign = turn.edition.campaign(date.campaign());
        LocalDate day = campaign == null ? null : yearly(campaign, date.fact());
        if (campaign == null || day == null) {
            new Enrol(turn).enter(proposal, cause, key, turn.at);
            return;
        }
        Duration before = ((Trigger.OnDate) campaign.trigger()).before();
        Instant planned = before(day, before, turn.zone());
        if (turn.at.isBefore(over(day, planned))) {
            new Enrol(turn).enter(proposal, cause, key, planned);
        } else {
            var stale = Ruling.drop(Reason.STALE, Rfc3339.format(planned));
            new Judge(turn).refuse(Propose.intent(turn, proposal, campaign, cause), stale);
        }
    }

    /** The day of a fact that comes every year; null if it is another date. */
    private @Nullable LocalDate yearly(Campaign campaign, String fact) {
        return campaign.trigger() instanceof Trigger.OnDate on
                        && turn.state.profile() instanceof MemberProfile member
                        && date(on.of(), member) instanceof MonthDay day
                ? day.atYear(Integer.parseInt(fact))
                : null;
    }

    /** From when on the house comes too late: behind the day itself, and later than anything may be. */
    private Instant over(LocalDate day, Instant planned) {
        Instant end = Schedule.lived(day.plusDays(1).atStartOfDay(), turn.zone());
        Instant stale = planned.plus(turn.edition.settings().stale());
        return end.isAfter(stale) ? end : stale;
    }
}
