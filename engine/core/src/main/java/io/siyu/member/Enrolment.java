package io.siyu.member;

import java.time.Instant;
import java.util.Map;

/**
 * A subject inside a campaign, once per occurrence.
 *
 * @param occurrence what it is about: an event id, a coupon id, a cadence's start date
 * @param event id of the event that entered the subject
 * @param since when that event happened
 * @param key order or coupon id by which later events find it; empty if it is about the subject as a whole
 * @param about values of the trigger the campaign's texts may print, already formatted
 * @param version of the campaign the subject entered; empty where versions are not told apart
 * @param variant of the campaign the subject got; empty if there are none
 * @param waiting id of the step at which an event is waited for; empty if none is
 */
public record Enrolment(
        String campaign,
        String occurrence,
        Instant at,
        String event,
        Instant since,
        String key,
        Map<String, String> about,
        String version,
        String variant,
        String waiting) {
    public Enrolment {
        about = SortedByText.of(about);
    }

    /** An enrolment that waits for nothing, in a campaign without versions and variants. */
    public Enrolment(
            String campaign,
            String occurrence,
            Instant at,
            String event,
            Instant since,
            String key,
            Map<String, String> about) {
        this(campaign, occurrence, at, event, since, key, about, "", "", "");
    }

    /** The same while the step with this id waits for an event; an empty id for none. */
    public Enrolment waitingAt(String step) {
        return step.equals(waiting)
                ? this
                : new Enrolment(campaign, occurrence, at, event, since, key, about, version, variant, step);
    }

    /** The same in another version of the campaign. */
    public Enrolment in(String other) {
        return other.equals(version)
                ? this
                : new Enrolment(campaign, occurrence, at, event, since, key, about, other, variant, waiting);
    }
}
