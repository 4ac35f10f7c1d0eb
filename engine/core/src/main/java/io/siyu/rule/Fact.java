package io.siyu.rule;

import io.siyu.event.Event;
import io.siyu.member.Coupon;
import io.siyu.member.State;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation of the rules sees: the event, the state after it, and the moment.
 *
 * @param state the subject's state, the event already applied
 * @param at now, as rules know it: the entry's log time
 * @param coupon the coupon the event or the date trigger is about, if any
 * @param about what the enrolment remembers of its trigger, already formatted; empty outside campaigns
 * @param kept the one coupon, order or enrolment a condition behind {@code exists} or {@code not} looks at; null elsewhere
 */
public record Fact(
        Event event,
        State state,
        Instant at,
        @Nullable Coupon coupon,
        Map<String, String> about,
        @Nullable Object kept) {

    /** What the rules of an event see first. */
    public Fact(Event event, State state, Instant at, @Nullable Coupon coupon, Map<String, String> about) {
        this(event, state, at, coupon, about, null);
    }

    /** The same while a condition looks at one of what the member keeps. */
    public Fact lookingAt(Object one) {
        return new Fact(event, state, at, coupon, about, one);
    }
}
