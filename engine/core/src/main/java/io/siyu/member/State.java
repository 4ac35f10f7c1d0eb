package io.siyu.member;

import io.siyu.event.Event;
import io.siyu.event.Subject;
import java.time.Instant;

/**
 * The whole state of one subject. Immutable; adapters only load and save it.
 *
 * @param since position in its partition's log of the entry that created it; scans leave out whoever is newer
 */
public record State(
        Subject subject,
        long since,
        Profile profile,
        Timers timers,
        Enrolments enrolments,
        Sends sends,
        Recent recent,
        LastTimes lastTimes,
        Hours hours) {

    /** The state of a subject nothing is known of, created by the entry at {@code position}. */
    public static State fresh(Subject subject, long position) {
        return new State(
                subject,
                position,
                Profiles.fresh(subject.kind()),
                Timers.NONE,
                Enrolments.NONE,
                Sends.NONE,
                Recent.NONE,
                LastTimes.NONE,
                Hours.NONE);
    }

    /** This state after an event's facts; what campaigns and guards add comes from the decision stage. */
    public State after(Event event, Instant at) {
        return with(profile.after(event, at));
    }

    public State with(Profile next) {
        return next == profile
                ? this
                : new State(subject, since, next, timers, enrolments, sends, recent, lastTimes, hours);
    }

    public State with(Timers next) {
        return next == timers
                ? this
                : new State(subject, since, profile, next, enrolments, sends, recent, lastTimes, hours);
    }

    public State with(Enrolments next) {
        return next == enrolments
                ? this
                : new State(subject, since, profile, timers, next, sends, recent, lastTimes, hours);
    }

    public State with(Sends next) {
        return next == sends
                ? this
                : new State(subject, since, profile, timers, enrolments, next, recent, lastTimes, hours);
    }

    public State with(Recent next) {
        return next == recent
                ? this
                : new State(subject, since, profile, timers, enrolments, sends, next, lastTimes, hours);
    }

    public State with(LastTimes next) {
        return next == lastTimes
                ? this
                : new State(subject, since, profile, timers, enrolments, sends, recent, next, hours);
    }

    public State with(Hours next) {
        return next == hours
                ? this
                : new State(subject, since, profile, timers, enrolments, sends, recent, lastTimes, next);
    }

    /** The member's profile, for subjects of kind member. */
    public MemberProfile member() {
        return (MemberProfile) profile;
    }
}
