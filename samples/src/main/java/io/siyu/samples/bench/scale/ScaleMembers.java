package io.siyu.samples.bench.scale;

import io.siyu.campaign.Purpose;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Sends;
import io.siyu.member.Sent;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The members of a large house: joined, three orders, a yes to offers; of ten, three had an offer an hour before the
 * afternoon's step.
 */
public record ScaleMembers(Catalogue catalogue, int count) {
    private static final Instant OFFERED = Instant.parse("2030-11-04T05:00:00Z");
    private static final List<String> SOURCES = List.of("web", "app", "shop", "mini");
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final int ORDERS = 3;

    /** Their states. */
    public Stream<State> states() {
        return IntStream.range(0, count).mapToObj(this::state);
    }

    /**
     * Further members, each with a coupon and the timer of its reminder.
     *
     * @param first number of the first of them
     * @param due when the reminder of the member that comes so many-th is due
     */
    public Stream<State> withCoupons(int first, int more, IntFunction<Instant> due) {
        return IntStream.range(0, more).mapToObj(place -> withCoupon(state(first + place), due.apply(place)));
    }

    private State withCoupon(State state, Instant due) {
        Event issued = coupon(state.subject(), due);
        return told(state, issued).with(Timers.NONE.with(new Timer.OnDate(due, "reminder", issued.id())));
    }

    /** A coupon is issued whose reminder is due then. */
    public Event coupon(Subject member, Instant due) {
        String coupon = "c-" + member.id();
        return HouseEvent.of(catalogue.require("coupon.issued"), coupon)
                .with("couponId", coupon)
                .with("kind", "ten-off")
                .with("value", 1_000L)
                .with("expiresAt", due.plus(BEFORE))
                .about(member, ScaleHouse.MORNING);
    }

    /** The subject with this number. */
    public static Subject subject(int number) {
        return new Subject(SubjectKind.MEMBER, String.format(Locale.ROOT, "m%07d", number));
    }

    /** An order of this member. */
    public Event order(int member, String id, Instant at) {
        return HouseEvent.of(catalogue.require("order.placed"), id)
                .with("orderId", id)
                .with("total", 12_900L + member % 700)
                .with("currency", "CNY")
                .with("store", "store-" + member % 40)
                .about(subject(member), at);
    }

    private State state(int number) {
        Subject subject = subject(number);
        Instant joined = ScaleHouse.MORNING.minus(Duration.ofDays(400 + number % 300));
        State state = State.fresh(subject, 0);
        state = told(
                state,
                HouseEvent.of(catalogue.require("member.joined"), "joined-" + number)
                        .with("level", 1L + number % 4)
                        .with("city", "city-" + number % 50)
                        .with("tags", List.of("tag-" + number % 7, "since-" + number % 9))
                        .with("source", SOURCES.get(number % SOURCES.size()))
                        .about(subject, joined));
        state = told(
                state,
                HouseEvent.of(catalogue.require("consent.given"), "consent-" + number)
                        .with("channel", "phone")
                        .about(subject, joined));
        for (int order = 0; order < ORDERS; order++) {
            Instant at = ScaleHouse.MORNING.minus(Duration.ofDays(30L * (ORDERS - order) + number % 29));
            state = told(state, order(number, "o-" + number + "-" + order, at));
        }
        return number % 10 < 3 ? state.with(offered()) : state;
    }

    private static State told(State state, Event event) {
        return state.after(event, event.time());
    }

    private static Sends offered() {
        return Sends.NONE.with(new Sent(OFFERED, "phone", Purpose.MARKETING, "morning"));
    }
}
